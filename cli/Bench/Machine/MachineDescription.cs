using System.Runtime.InteropServices;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>Where a measurement was made, as far as figures depend on it.</summary>
/// <param name="Processor">As it calls itself.</param>
/// <param name="Cores">Logical ones that the program may use.</param>
/// <param name="System">The distribution.</param>
/// <param name="Kernel">Its version and architecture.</param>
internal sealed record MachineDescription(string Processor, int Cores, string System, string Kernel)
{
    private const string Unknown = "unknown";

    /// <summary>This machine.</summary>
    public static MachineDescription Read() => new(
        Field("/proc/cpuinfo", "model name", ':'),
        Environment.ProcessorCount,
        OperatingSystem.IsLinux() ? Field("/etc/os-release", "PRETTY_NAME", '=').Trim('"') : RuntimeInformation.OSDescription,
        $"{KernelName()} {RuntimeInformation.OSArchitecture}");

    private static string KernelName() =>
        OperatingSystem.IsLinux() ? $"Linux {File.ReadAllText("/proc/sys/kernel/osrelease").Trim()}" : Environment.OSVersion.VersionString;

    private static string Field(string path, string name, char separator)
    {
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) : null;
        return line is null ? Unknown : line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim();
    }
}
