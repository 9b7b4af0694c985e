using NamPlugin.Plugin.Files;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Identity;

/// <summary>What sessions know the plugin by stays as it is.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void The_code_is_what_the_page_says()
    {
        var expected = File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "docs", "identity.md"));
        var actual = IdentityDocument.Text;
        if (actual != expected)
        {
            Directory.CreateDirectory(Path.Combine(SharedMaterial.RepositoryRoot, "artifacts"));
            File.WriteAllText(Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "identity.md"), actual);
        }

        Assert.Equal(expected, actual);
    }

    // The page names them in words of its own.
    [Fact]
    public void The_users_folders_are_where_the_page_says()
    {
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") ?? Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".local", "share");
        var configuration = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") ?? Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".config");

        Assert.Equal(Path.Combine(data, "namplugin", "presets"), UserFolders.Presets);
        Assert.Equal(Path.Combine(data, "namplugin", "library"), UserFolders.Library);
        Assert.Equal(Path.Combine(configuration, "namplugin", "library-folders"), UserFolders.LibraryList);
        Assert.Equal(Path.Combine(configuration, "namplugin", "favourite-presets"), UserFolders.FavouritePresets);
    }
}
