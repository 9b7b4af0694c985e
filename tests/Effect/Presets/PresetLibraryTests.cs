using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Presets;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Presets;

public sealed class PresetLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PlayedEffect _played = new();
    private readonly PresetLibrary _library;

    public PresetLibraryTests()
    {
        Directory.CreateDirectory(_folder["factory"]);
        File.WriteAllText(_folder["factory", "Clean.namplugin"], """{"preset":{"name":"Clean"},"namplugin":1}""");
        _library = new PresetLibrary(_folder["factory"], _folder["data", "presets"], _folder["config", "favourites"]);
    }

    public void Dispose()
    {
        _played.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Presets_are_listed_with_what_they_say_the_plugins_own_first()
    {
        _played[ParameterTable.Input] = 6;
        _library.Save(_played.Effect, new PresetMetadata { Name = "zebra", Author = "Me" });
        _library.Save(_played.Effect, new PresetMetadata { Name = "Apple" });
        Directory.CreateDirectory(_folder["data", "presets", "mine"]);
        File.WriteAllText(_folder["data", "presets", "mine", "broken.namplugin"], "{");
        File.WriteAllText(_folder["data", "presets", "notes.txt"], "no preset");

        var list = _library.List();

        Assert.Equal(["Clean", "Apple", "broken", "zebra"], list.Select(entry => entry.Metadata.Name));
        Assert.Equal(["factory/Clean", "user/Apple", "user/mine/broken", "user/zebra"], list.Select(entry => entry.Id));
        Assert.Equal([true, false, false, false], list.Select(entry => entry.IsFactory));
        Assert.Contains("broken.namplugin", Assert.Single(list, entry => entry.Problem is not null).Problem, StringComparison.Ordinal);
        Assert.Equal("Me", list[3].Metadata.Author);
    }

    [Fact]
    public void Without_any_folder_there_are_no_presets() =>
        Assert.Empty(new PresetLibrary(null, _folder["nothing"], _folder["nothing", "at all"]).List());

    [Fact]
    public void A_saved_preset_sounds_as_it_did()
    {
        _played.Load(PlayedEffect.Capture);
        _played[ParameterTable.Input] = 6;
        var entry = _library.Save(_played.Effect, new PresetMetadata { Name = "Mine" });
        var sound = _played.Play();

        using var other = new PlayedEffect();
        other.Effect.LoadPreset(entry.Path);
        other.Settle();

        Assert.Equal(sound, other.Play());
    }

    [Fact]
    public void A_taken_name_is_refused_unless_it_may_be_replaced()
    {
        var metadata = new PresetMetadata { Name = "Mine" };
        var entry = _library.Save(_played.Effect, metadata);
        var before = File.ReadAllBytes(entry.Path);
        _played[ParameterTable.Input] = 6;

        Assert.Throws<IOException>(() => _library.Save(_played.Effect, metadata));
        Assert.Equal(before, File.ReadAllBytes(entry.Path));
        _library.Save(_played.Effect, metadata, mayReplace: true);
        Assert.NotEqual(before, File.ReadAllBytes(entry.Path));
        Assert.Single(Directory.GetFiles(_folder["data", "presets"]));
    }

    [Fact]
    public void A_new_name_takes_settings_and_favourite_along()
    {
        _played[ParameterTable.Input] = 6;
        var entry = _library.Save(_played.Effect, new PresetMetadata { Name = "Mine", Author = "Me" });
        _library.Save(_played.Effect, new PresetMetadata { Name = "Taken" });
        _library.SetFavourite(entry, isFavourite: true);
        Assert.Throws<IOException>(() => _library.Rename(entry, "Taken"));

        var renamed = _library.Rename(entry, "Yours");

        Assert.False(File.Exists(entry.Path));
        var listed = Assert.Single(_library.List(), preset => preset.IsFavourite);
        Assert.Equal((renamed.Path, "user/Yours", "Yours", "Me"), (listed.Path, listed.Id, listed.Metadata.Name, listed.Metadata.Author));
        Assert.Equal(["user/Yours"], File.ReadAllLines(_folder["config", "favourites"]));
        _played[ParameterTable.Input] = 0;
        _played.Effect.LoadPreset(renamed.Path);
        Assert.Equal(6, _played[ParameterTable.Input]);
        Assert.Equal(renamed.Path, _library.Rename(renamed, "Yours").Path);
    }

    [Fact]
    public void Any_preset_can_be_a_favourite_and_a_deleted_one_is_none()
    {
        var entry = _library.Save(_played.Effect, new PresetMetadata { Name = "Mine" });
        foreach (var preset in _library.List())
            _library.SetFavourite(preset, isFavourite: true);
        Assert.All(_library.List(), preset => Assert.True(preset.IsFavourite));

        _library.Delete(entry);

        Assert.Equal("factory/Clean", Assert.Single(_library.List()).Id);
        Assert.Equal(["factory/Clean"], File.ReadAllLines(_folder["config", "favourites"]));
        _library.SetFavourite(_library.List()[0], isFavourite: false);
        Assert.False(_library.List()[0].IsFavourite);
    }

    [Fact]
    public void What_ships_with_the_plugin_stays_as_it_is()
    {
        var entry = Assert.Single(_library.List());

        Assert.Throws<ArgumentException>(() => _library.Delete(entry));
        Assert.Throws<ArgumentException>(() => _library.Rename(entry, "Mine"));
        Assert.True(File.Exists(entry.Path));
    }

    [Theory]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData(".hidden", "hidden")]
    [InlineData("  ", "Preset")]
    [InlineData("line\nbreak", "line_break")]
    public void A_name_makes_a_file_name_that_every_system_takes(string name, string stem)
    {
        var entry = _library.Save(_played.Effect, new PresetMetadata { Name = name });

        Assert.Equal(_folder["data", "presets", stem + ".namplugin"], entry.Path);
    }

    [Fact]
    public void Every_name_comes_back_and_stays_in_the_folder() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            var entry = _library.Save(_played.Effect, new PresetMetadata { Name = text.Get }, mayReplace: true);
            Assert.Equal(_folder["data", "presets"], Path.GetDirectoryName(entry.Path));
            Assert.Equal(entry.Metadata.Name, PresetFile.ReadMetadata(entry.Path).Name);
            // Half a pair of surrogates is no character, and JSON has none.
            var name = text.Get.Trim();
            if (name.Length is > 0 and <= PresetMetadata.LongestName && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name)
                Assert.Equal(name, entry.Metadata.Name);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_too_long_is_cut_so_that_it_can_be_read_again()
    {
        var letters = string.Concat(Enumerable.Repeat("\U0001F3B8", 4000));
        var entry = _library.Save(_played.Effect, new PresetMetadata { Name = "x" + letters, Author = letters, Description = letters, Tags = [.. Enumerable.Repeat(letters, 99)] });

        var read = PresetFile.ReadMetadata(entry.Path);
        Assert.Equal("x" + letters[..126], read.Name);
        Assert.Equal((128, 4096, 32), (read.Author.Length, read.Description.Length, read.Tags.Length));
        Assert.Equal("Preset", _library.Save(_played.Effect, new PresetMetadata { Name = " \t" }).Metadata.Name);
        Assert.NotEmpty(_library.Save(_played.Effect, new PresetMetadata { Name = "a\ud83c" }).Metadata.Name);
    }

    [Fact]
    public void A_preset_goes_to_a_VST3_host_and_comes_back()
    {
        _played[ParameterTable.Input] = 6;
        var entry = _library.Save(_played.Effect, new PresetMetadata { Name = "Mine", Author = "Me" });
        PresetLibrary.Export(entry, _folder["Mine.vstpreset"]);
        PresetLibrary.Export(entry, _folder["copy.namplugin"]);
        Assert.Equal(File.ReadAllBytes(entry.Path), File.ReadAllBytes(_folder["copy.namplugin"]));
        _library.Delete(entry);

        var imported = _library.Import(_folder["Mine.vstpreset"]);

        Assert.Equal(("Mine", "Me"), (imported.Metadata.Name, imported.Metadata.Author));
        _played[ParameterTable.Input] = 0;
        _played.Effect.LoadPreset(imported.Path);
        Assert.Equal(6, _played[ParameterTable.Input]);
        Assert.Throws<IOException>(() => _library.Import(_folder["copy.namplugin"]));
    }

    [Fact]
    public void A_session_that_a_host_kept_as_a_preset_gets_the_name_of_its_file()
    {
        _played[ParameterTable.Input] = 6;
        using var state = _played.Effect.SaveState();
        using var file = VstPresetFile.Compose(state.Span, new PresetMetadata { Name = "ignored" });
        File.WriteAllBytes(_folder["From a host.vstpreset"], file.Span);

        var imported = _library.Import(_folder["From a host.vstpreset"]);

        Assert.Equal("From a host", imported.Metadata.Name);
        Assert.Throws<FileFormatException>(() => _library.Import(PlayedEffect.Capture));
    }
}
