using NamPlugin.Cli.Bench.Machine;

namespace NamPlugin.Realtime.Results;

/// <summary>Where a measurement was made.</summary>
internal sealed record MachineRecord(string Processor, int Cores, string System, string Kernel, string Engine)
{
    /// <summary>This machine, and the engine that is loaded.</summary>
    public static MachineRecord Read()
    {
        var machine = MachineDescription.Read();
        return new MachineRecord(machine.Processor, machine.Cores, machine.System, machine.Kernel, Path.GetFileNameWithoutExtension(LoadedEngine()));
    }

    private static string LoadedEngine() =>
        File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("/libnam-engine-", StringComparison.Ordinal)) ?? "unknown";
}
