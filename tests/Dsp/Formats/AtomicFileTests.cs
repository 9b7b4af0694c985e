using NamPlugin.Dsp.Formats;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>A file that is being written is never seen half done.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["out.bin"];

    [Fact]
    public void The_old_file_stands_until_the_new_one_is_complete()
    {
        File.WriteAllText(Target, "old");
        using (var file = AtomicFile.Create(Target))
        {
            file.Stream.Write("new"u8);
            file.Stream.Flush();
            Assert.Equal("old", File.ReadAllText(Target));
            file.Commit();
        }

        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_was_not_committed_leaves_nothing()
    {
        using (var file = AtomicFile.Create(Target))
            file.Stream.Write("half"u8);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_failed_commit_leaves_nothing()
    {
        var file = AtomicFile.Create(Target);
        Directory.CreateDirectory(Path.Combine(Target, "in the way"));
        Assert.ThrowsAny<SystemException>(file.Commit);
        file.Dispose();
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_is_there_is_replaced_only_when_that_is_allowed()
    {
        using var late = AtomicFile.Create(Target, mayReplace: false);
        late.Stream.Write("late"u8);
        File.WriteAllText(Target, "precious");
        Assert.Throws<IOException>(() => AtomicFile.Create(Target, mayReplace: false));
        Assert.Throws<IOException>(late.Commit);
        late.Dispose();
        Assert.Equal("precious", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void The_temporary_file_can_be_written_by_name_instead()
    {
        using (var file = AtomicFile.Create(Target))
        {
            file.Stream.Dispose();
            File.WriteAllText(file.TemporaryPath, "by name");
            file.Commit();
        }

        Assert.Equal("by name", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_or_a_missing_folder_is_an_error()
    {
        Assert.ThrowsAny<IOException>(() => AtomicFile.Create(_folder.Path));
        Assert.ThrowsAny<IOException>(() => AtomicFile.Create(_folder["none", "out.bin"]));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        File.WriteAllText(Target, "old");
        var link = _folder["link"];
        File.CreateSymbolicLink(link, Target);
        AtomicFile.Write(link, "new"u8);
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    public void Dispose() => _folder.Dispose();
}
