using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Files;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Files;

public sealed class SharedFilesTests
{
    [Fact]
    public void Identical_files_are_loaded_once_whatever_they_are_called()
    {
        using var folder = new TemporaryFolder();
        var copy = folder["copy.nam"];
        File.Copy(PlayedEffect.Capture, copy);
        using var first = FoundFile.Open(PlayedEffect.Capture);
        using var second = FoundFile.Open(copy);
        var model = LoadedModel.Load(first);
        var same = LoadedModel.Load(second);

        Assert.Same(first.Contents, second.Contents);
        Assert.Same(model, same);
        model.Release();
        same.Release();
    }

    [Fact]
    public void A_file_that_nobody_plays_any_more_is_loaded_anew()
    {
        using var file = FoundFile.Open(PlayedEffect.OtherCapture);
        var model = LoadedModel.Load(file);
        model.Release();
        Assert.False(model.TryHold());
        var again = LoadedModel.Load(file);

        Assert.NotSame(model, again);
        again.Release();
    }

    [Fact]
    public void A_file_that_changed_on_disk_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var path = folder["amp.nam"];
        File.Copy(PlayedEffect.Capture, path);
        using var before = FoundFile.Open(path);
        File.Copy(PlayedEffect.OtherCapture, path, overwrite: true);
        using var after = FoundFile.Open(path);

        Assert.NotEqual(before.Contents.Sha256, after.Contents.Sha256);
    }

    [Fact]
    public void Of_many_wishes_the_last_one_is_fulfilled()
    {
        using var player = new PlayedEffect();
        for (var wish = 0; wish < 50; wish++)
            player.Effect.Load(FileKind.Model, wish % 2 == 0 ? PlayedEffect.Capture : PlayedEffect.OtherCapture);
        player.Settle();

        Assert.Equal(PlayedEffect.OtherCapture, player.Effect.PathOf(FileKind.Model));
    }

    [Fact]
    public void An_instance_may_go_while_its_files_are_on_their_way()
    {
        for (var life = 0; life < 50; life++)
        {
            using var player = new PlayedEffect();
            player.Effect.Load(FileKind.Model, life % 2 == 0 ? PlayedEffect.Capture : PlayedEffect.OtherCapture);
        }
    }
}
