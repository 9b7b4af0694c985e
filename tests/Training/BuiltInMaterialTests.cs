using NamPlugin.Assets;
using NamPlugin.Tests.Support;

namespace NamPlugin.Training.Tests;

/// <summary>What lies in assets/ is what the code beside it makes, and nothing else.</summary>
public sealed class BuiltInMaterialTests
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "assets");
    private static readonly IReadOnlyList<(string Path, byte[] Contents)> Computed = BuiltInMaterial.Files().ToList();

    [Fact]
    public void Computing_the_files_again_gives_the_same_bytes() =>
        Assert.All(Computed, file => Assert.True(file.Contents.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder, file.Path))), file.Path));

    [Fact]
    public void No_sound_or_model_came_from_elsewhere()
    {
        var computed = Computed.Select(file => file.Path).Order(StringComparer.Ordinal);
        var present = new[] { "di", "models" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

        Assert.Equal(computed, present);
    }
}
