using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Files;

/// <summary>A folder was moved, and the user shows one instance where a file lies now.</summary>
public sealed class RelinkTests
{
    [Fact]
    public void Every_instance_that_misses_the_file_or_its_neighbour_finds_it()
    {
        using var folder = new TemporaryFolder();
        File.Copy(PlayedEffect.Capture, folder["a.nam"]);
        File.Copy(PlayedEffect.OtherCapture, folder["b.nam"]);
        using var first = Missing("/gone/a.nam");
        using var same = Missing("/gone/a.nam");
        using var neighbour = Missing("/gone/b.nam");
        using var stranger = Missing("/elsewhere/a.nam");

        Assert.Equal(2, first.Effect.CountFoundWith(FileKind.Model, folder["a.nam"]));
        Assert.Equal(3, first.Effect.Relink(FileKind.Model, folder["a.nam"], everywhere: true));

        foreach (var player in new[] { first, same, neighbour, stranger })
            player.Settle();
        Assert.Equal(folder["a.nam"], first.Effect.PathOf(FileKind.Model));
        Assert.Equal(folder["a.nam"], same.Effect.PathOf(FileKind.Model));
        Assert.Equal(folder["b.nam"], neighbour.Effect.PathOf(FileKind.Model));
        Assert.Null(neighbour.Effect.ProblemOf(FileKind.Model));
        Assert.Equal("/elsewhere/a.nam", stranger.Effect.PathOf(FileKind.Model));
        Assert.NotNull(stranger.Effect.ProblemOf(FileKind.Model));
    }

    [Fact]
    public void Alone_it_changes_nobody_else()
    {
        using var first = Missing("/gone/a.nam");
        using var same = Missing("/gone/a.nam");

        Assert.Equal(1, first.Effect.Relink(FileKind.Model, PlayedEffect.Capture, everywhere: false));

        first.Settle();
        Assert.Null(first.Effect.ProblemOf(FileKind.Model));
        Assert.Equal("/gone/a.nam", same.Effect.PathOf(FileKind.Model));
    }

    private static PlayedEffect Missing(string path)
    {
        var player = new PlayedEffect();
        Assert.True(player.TryLoad($$$"""{"namplugin":1,"parameters":{},"model":{"path":"{{{path}}}"}}"""));
        Assert.NotNull(player.Effect.ProblemOf(FileKind.Model));
        return player;
    }
}
