using System.Text.Json;
using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Presets;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Presets;

/// <summary>What ships with the plugin says only what is true.</summary>
public sealed class FactoryPresetTests
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "assets", "presets");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_factory_preset_is_whole(string file)
    {
        var path = Path.Combine(Folder, file);
        var metadata = PresetFile.ReadMetadata(path);
        Assert.Equal(metadata.Name + PresetFile.Extension, file);
        Assert.Equal("NamPlugin", metadata.Author);
        Assert.NotEmpty(metadata.Description);
        Assert.NotEmpty(metadata.Tags);

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(["preset", "namplugin", "parameters", "model"], json.RootElement.EnumerateObject().Select(field => field.Name).Append("model").Distinct());
        var named = json.RootElement.GetProperty("parameters").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetDouble());
        foreach (var (id, value) in named)
        {
            var parameter = Assert.Single(ParameterTable.All, parameter => parameter.Id == id);
            Assert.Equal(parameter.Clean(value), value);
            Assert.False(parameter.Flags.HasFlag(ParameterFlags.MachineBound), $"{id} belongs to the machine");
        }

        Assert.Contains("width", named.Keys);
    }

    [Fact]
    public void Factory_presets_play_the_capture_that_ships_beside_them()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["Presets"]);
        Directory.CreateDirectory(folder["Captures"]);
        File.Copy(PlayedEffect.Capture, folder["Captures", Path.GetFileName(PlayedEffect.Capture)]);
        var sounds = new List<float[]>();
        foreach (var path in Directory.GetFiles(Folder))
        {
            var copy = folder["Presets", Path.GetFileName(path)];
            File.Copy(path, copy);
            using var played = new PlayedEffect();
            played.Effect.LoadPreset(copy);
            played.Settle();
            Assert.Empty(played.Host.Reports);
            sounds.Add(played.Play());
        }

        Assert.InRange(sounds.Count, 6, 12);
        Assert.Equal(sounds.Count, sounds.Select(sound => string.Join(' ', sound.Skip(4_800).Take(64))).Distinct().Count());
    }
}
