using System.Runtime.InteropServices;

namespace NamPlugin.Realtime.Results;

/// <summary>Where a measurement was made.</summary>
internal sealed record MachineRecord(string Processor, int Cores, string System, string Kernel, string Engine)
{
    /// <summary>This machine, and the engine that is loaded.</summary>
    public static MachineRecord Read() => new(
        Field("/proc/cpuinfo", "model name", ':'),
        Environment.ProcessorCount,
        Field("/etc/os-release", "PRETTY_NAME", '=').Trim('"'),
        $"Linux {File.ReadAllText("/proc/sys/kernel/osrelease").Trim()} {RuntimeInformation.OSArchitecture}",
        Path.GetFileNameWithoutExtension(LoadedEngine()));

    private static string Field(string path, string name, char separator)
    {
        var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? "unknown" : line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string LoadedEngine() =>
        File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("/libnam-engine-", StringComparison.Ordinal)) ?? "unknown";
}
