using System.Runtime.InteropServices;
using NamPlugin.Host;
using NamPlugin.Host.Presets;

namespace NamPlugin.Plugin.Tests.Presets;

/// <summary>A CLAP host indexes presets without an instance. Alone, because where a user's folders are is told by the whole process's environment.</summary>
[Collection(nameof(AloneCollection))]
public sealed partial class PresetDiscoveryTests : IDisposable
{
    private const string DataFolder = "XDG_DATA_HOME";
    private readonly string _folder = Directory.CreateTempSubdirectory("namplug-data-").FullName;
    private readonly string? _before = Environment.GetEnvironmentVariable(DataFolder);

    // The plugin has a runtime of its own, which the environment of this one does not reach.
    public PresetDiscoveryTests() => Assert.Equal(0, SetEnvironment(DataFolder, _folder, 1));

    public void Dispose()
    {
        Assert.Equal(0, _before is null ? UnsetEnvironment(DataFolder) : SetEnvironment(DataFolder, _before, 1));
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("clap.preset-discovery-factory/2")]
    [InlineData("clap.preset-discovery-factory/draft-2")]
    public void The_presets_that_ship_with_the_plugin_are_found_and_described(string factoryId)
    {
        using var module = BuiltPlugin.Load(PluginFormat.Clap);
        using var index = new PresetIndex(module, factoryId);

        Assert.Equal(("org.namplugin.presets", "NamPlugin"), (index.Id, index.Vendor));
        Assert.Equal(["namplugin"], index.Extensions);
        var location = Assert.Single(index.Locations);
        Assert.Equal((Path.Combine(BuiltPlugin.ResourcesOf(PluginFormat.Clap), "Presets"), true, false), (location.Path, location.IsFactory, location.IsUser));
        var presets = index.Crawl(location);
        Assert.Equal(FactoryPresets.Names, presets.Select(preset => preset.Name));
        Assert.All(presets, preset =>
        {
            var said = FactoryPresets.Read(preset.Name).GetProperty("preset");
            Assert.Equal(["clap:org.namplugin.namplugin"], preset.PluginIds);
            Assert.Equal([said.GetProperty("author").GetString()!], preset.Creators);
            Assert.Equal(said.GetProperty("description").GetString(), preset.Description);
            Assert.Equal(said.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).Prepend("audio-effect"), preset.Features);
            Assert.Equal([$"NamPlugin={said.GetProperty("version").GetString()}"], preset.Extra);
        });
        Assert.Empty(index.Errors);
        Assert.Empty(index.Violations);
    }

    [Fact]
    public void The_users_presets_are_found_once_there_are_any_and_a_broken_one_is_named()
    {
        var folder = Path.Combine(_folder, "namplugin", "presets");
        Directory.CreateDirectory(Path.Combine(folder, "mine"));
        File.WriteAllText(Path.Combine(folder, "mine", "Good.namplugin"), """{"namplugin":1}""");
        File.WriteAllText(Path.Combine(folder, "Bad.namplugin"), """{"namplugin":""");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "not one");
        using var module = BuiltPlugin.Load(PluginFormat.Clap);
        using var index = new PresetIndex(module);

        var location = Assert.Single(index.Locations, location => location.IsUser);
        Assert.Equal((folder, false), (location.Path, location.IsFactory));
        var preset = Assert.Single(index.Crawl(location));
        Assert.Equal("Good", preset.Name);
        Assert.Contains("Bad.namplugin: line 1", Assert.Single(index.Errors), StringComparison.Ordinal);
        Assert.Null(index.Describe(Path.Combine(folder, "gone.namplugin")));
        Assert.Equal([0, 2], index.ErrorNumbers);
        Assert.Empty(index.Violations);
    }

    [Fact]
    public void Any_number_of_indexers_may_come_from_any_thread()
    {
        using var module = BuiltPlugin.Load(PluginFormat.Clap);
        var found = new int[8];
        var threads = Enumerable.Range(0, found.Length).Select(thread => new Thread(() =>
        {
            for (var round = 0; round < 20; round++)
            {
                using var index = new PresetIndex(module);
                found[thread] += index.Crawl(index.Locations[0]).Count;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.All(found, count => Assert.Equal(20 * FactoryPresets.Names.Length, count));
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int replaces);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int UnsetEnvironment(string name);
}
