using NamPlugin.Tests.Support;

namespace NamPlugin.Architecture.Tests;

/// <summary>What a host loads stays small. An engine over the limit has usually taken a part of the framework in for the sake of one call.</summary>
public sealed class EngineSizeTests
{
    private const int MostBytes = 4_000_000;

    [Fact]
    public void An_engine_library_has_at_most_four_million_bytes()
    {
        var folder = new DirectoryInfo(Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "NamPlugin.vst3", "Contents", "x86_64-linux"));
        var engines = folder.Exists ? folder.GetFiles("libnam-engine-*.so") : [];
        Assert.SkipWhen(engines.Length == 0, "./build.sh has not run");
        Rule.Holds(engines.Where(engine => engine.Length > MostBytes).Select(engine => $"{engine.Name}: {engine.Length} bytes, at most {MostBytes}"));
    }
}
