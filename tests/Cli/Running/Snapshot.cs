using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Running;

/// <summary>
/// Text that is to stay as it is, in <c>tests/Cli/Snapshots</c>. Where a change is meant, NAMPLUG_WRITE_SNAPSHOTS=1 writes the files anew, to be
/// looked at before they are committed.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Cli", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("NAMPLUG_WRITE_SNAPSHOTS") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
