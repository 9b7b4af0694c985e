using System.Text;
using System.Text.Json;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Host.Vst3;
using NamPlugin.Plugin.Tests.Vst3;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Presets;

/// <summary>Presets come to the plugin by way of its host.</summary>
public sealed class PresetLoadTests
{
    public static TheoryData<PluginFormat, string> Files
    {
        get
        {
            var files = new TheoryData<PluginFormat, string>();
            foreach (var name in FactoryPresets.Names)
            {
                files.Add(PluginFormat.Clap, name);
                files.Add(PluginFormat.Vst3, name);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_factory_preset_sets_what_it_says_and_everything_else_to_its_default(PluginFormat format, string name) => BuiltPlugin.Run(format, plugin =>
    {
        var said = FactoryPresets.Read(name).GetProperty("parameters");
        foreach (var row in IdentityPage.Parameters.Where(row => !row["flags"].Contains("MachineBound") && !row["flags"].Contains("Momentary")))
            plugin.SetValue(uint.Parse(row["number"]), double.Parse(row["largest"]));
        plugin.Idle();

        Assert.True(plugin.TryLoadPreset(FactoryPresets.PathOf(format, name)));

        var values = IdentityPage.Parameters.ToDictionary(
            row => uint.Parse(row["number"]),
            row => said.TryGetProperty(row["id"], out var value) ? value.GetDouble() : double.Parse(row["default"]));
        Assert.All(plugin.Parameters, parameter => Assert.Equal(values[parameter.Id], plugin.GetValue(parameter.Id), 9));
        Assert.Empty(plugin.Requests.Edits);
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void A_factory_preset_plays_the_capture_that_ships_with_the_plugin(PluginFormat format, string name)
    {
        var input = new[] { Guitar[..48_000], Guitar[..48_000] };
        byte[] session = [];
        double[][] sound = [];
        BuiltPlugin.Run(format, plugin =>
        {
            Assert.True(plugin.TryLoadPreset(FactoryPresets.PathOf(format, name)));
            sound = HostRender.Render(plugin, input, new RenderSettings());
            session = plugin.SaveState();
            Assert.Empty(plugin.Requests.Log);
        });

        Assert.All(sound, plane => Assert.InRange(plane.Max(Math.Abs), 0.05, 0.99));
        var model = JsonSerializer.Deserialize<JsonElement>(session).TryGetProperty("model", out var file) ? file.GetProperty("path").GetString() : null;
        Assert.Equal(FactoryPresets.Read(name).TryGetProperty("model", out _) ? Path.Combine(BuiltPlugin.ResourcesOf(format), "Captures", "mild-overdrive.nam") : null, model);
        BuiltPlugin.Run(format, plugin =>
        {
            Assert.True(plugin.TryLoadState(session));
            Assert.Equal(sound, HostRender.Render(plugin, input, new RenderSettings()));
            Assert.Empty(plugin.Requests.Log);
        });
    }

    // Whoever goes through a list hears what is different, not what is louder.
    [Fact]
    public void Factory_presets_are_about_as_loud_as_each_other()
    {
        var levels = new List<(string Name, double RmsDb, double PeakDb)>();
        BuiltPlugin.Run(PluginFormat.Clap, plugin =>
        {
            foreach (var name in FactoryPresets.Names)
            {
                Assert.True(plugin.TryLoadPreset(FactoryPresets.PathOf(PluginFormat.Clap, name)));
                var output = HostRender.Render(plugin, [Guitar, Guitar], new RenderSettings())[0];
                levels.Add((name, 10 * Math.Log10(output.Average(sample => sample * sample)), 20 * Math.Log10(output.Max(Math.Abs))));
            }
        });

        Assert.All(levels, level => Assert.True(level is { RmsDb: > -22.5 and < -16.5, PeakDb: < -0.5 }, level.ToString()));
    }

    [Fact]
    public void The_host_hears_of_one_change_and_which_preset_it_was() => BuiltPlugin.Run(PluginFormat.Clap, plugin =>
    {
        var path = FactoryPresets.PathOf(PluginFormat.Clap, "Lead");
        Assert.True(plugin.TryLoadPreset(path));
        plugin.Idle();

        Assert.Equal([path], plugin.Requests.PresetsLoaded);
        Assert.Empty(plugin.Requests.PresetErrors);
        Assert.Equal((1, 1), (plugin.Requests.ValueChanges, plugin.Requests.DirtyMarks));
    });

    [Theory]
    [InlineData("not there")]
    [InlineData("")]
    [InlineData("no preset")]
    public void A_preset_that_is_none_is_refused_with_a_reason_and_changes_nothing(string what) => BuiltPlugin.Run(PluginFormat.Clap, plugin =>
    {
        var path = what switch { "not there" => "/nowhere/at all.namplugin", "no preset" => Captures.BuiltIn, _ => what };
        plugin.SetValue(plugin.Parameter("Input").Id, 7);
        var before = plugin.SaveState();

        Assert.False(plugin.TryLoadPreset(path));

        Assert.NotEmpty(Assert.Single(plugin.Requests.PresetErrors));
        Assert.Empty(plugin.Requests.PresetsLoaded);
        Assert.Equal(before, plugin.SaveState());
        Assert.Equal((0, 0), (plugin.Requests.ValueChanges, plugin.Requests.DirtyMarks));
    });

    [Fact]
    public void Both_formats_play_a_preset_alike()
    {
        var input = new[] { Guitar[..24_000], Guitar[..24_000] };
        var sounds = new Dictionary<PluginFormat, double[][]>();
        foreach (var format in Enum.GetValues<PluginFormat>())
        {
            BuiltPlugin.Run(format, plugin =>
            {
                Assert.True(plugin.TryLoadPreset(FactoryPresets.PathOf(format, "Tight High Gain")));
                sounds[format] = HostRender.Render(plugin, input, new RenderSettings());
            });
        }

        Assert.Equal(sounds[PluginFormat.Clap], sounds[PluginFormat.Vst3]);
    }

    [Theory]
    [EachFormat]
    public void A_preset_loaded_under_sound_makes_no_pop(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var input = Signals.Tone(24_000, 220);
        string[] presets = ["Edge of Breakup", "Warm Clean", "Slim Rhythm", "Edge of Breakup"];
        var still = 0.0;
        foreach (var preset in presets)
        {
            Assert.True(plugin.TryLoadPreset(FactoryPresets.PathOf(format, preset)));
            still = Math.Max(still, Signals.LargestStep(HostRender.Render(plugin, input, new RenderSettings())));
        }

        plugin.Activate(new ProcessingSetup());
        var last = HostRender.Play(plugin, input, new RenderSettings());
        foreach (var preset in presets)
        {
            Assert.True(plugin.TryLoadPreset(FactoryPresets.PathOf(format, preset)));
            plugin.Idle();
            var next = HostRender.Play(plugin, input, new RenderSettings());
            var joined = last.Zip(next, (before, after) => before[^2..].Concat(after).ToArray()).ToArray();
            Assert.InRange(Signals.LargestStep(joined), 0, still + 0.01);
            last = next;
        }
    });

    [Theory]
    [InlineData("Default", 0.5)]
    [InlineData("Project", 0.5)]
    public unsafe void A_capture_beside_the_file_that_a_VST3_host_names_is_found(string stateType, double input)
    {
        var folder = Directory.CreateTempSubdirectory("namplug-beside-").FullName;
        try
        {
            File.Copy(Captures.BuiltIn, Path.Combine(folder, "beside.nam"));
            using var instance = new Vst3Instance();
            using var stream = new TypedStream("""{"namplugin":1,"parameters":{},"model":{"relative":"beside.nam"}}"""u8.ToArray(), stateType, Path.Combine(folder, "a.vstpreset"));
            Assert.Equal(Vst3Result.Ok, instance.SetState(stream));
            instance.Activate();

            Assert.Contains(Path.Combine(folder, "beside.nam"), instance.State, StringComparison.Ordinal);
            Assert.Equal(input, instance.Shown(10));
            Assert.Equal(0, stream.ReferencesOfOthers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [EachFormat]
    public void A_session_with_two_sides_to_compare_is_saved_again_byte_for_byte(PluginFormat format)
    {
        byte[] saved = [];
        BuiltPlugin.Run(format, plugin =>
        {
            var state = $$$"""
                {"namplugin":1,"parameters":{"input":3},"model":{"path":"{{{Captures.BuiltIn}}}"},
                 "other":{"namplugin":1,"side":"A","parameters":{"input":-3},"ir1":{"path":"/nowhere/room.wav"} } }
                """;
            Assert.True(plugin.TryLoadState(Encoding.UTF8.GetBytes(state)));
            HostRender.Render(plugin, Signals.Guitar(512), new RenderSettings());
            Assert.Equal(3, plugin.GetValue(plugin.Parameter("Input").Id), 9);
            saved = plugin.SaveState();
        });

        var other = JsonSerializer.Deserialize<JsonElement>(saved).GetProperty("other");
        Assert.Equal(("A", -3.0, "/nowhere/room.wav"), (other.GetProperty("side").GetString(), other.GetProperty("parameters").GetProperty("input").GetDouble(), other.GetProperty("ir1").GetProperty("path").GetString()));
        BuiltPlugin.Run(format, plugin =>
        {
            Assert.True(plugin.TryLoadState(saved));
            HostRender.Render(plugin, Signals.Guitar(512), new RenderSettings());
            Assert.Equal(saved, plugin.SaveState());
        });
    }

    private static double[] Guitar { get; } = WavPlanes.Read(Path.Combine(SharedMaterial.RepositoryRoot, "assets", "di", "guitar-di-20s.wav")).Planes[0];
}
