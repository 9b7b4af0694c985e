using System.Globalization;
using System.Text.Json;
using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.States;

/// <summary>
/// Every state in this folder was written by some version, and loads in every later one. Beside <c>NAME.json</c>, the state, lies <c>NAME.txt</c>, what
/// it must come to: a line <c>model: PATH</c> where it names a capture, and <c>NAME: VALUE</c> for each parameter that is not at its default.
/// </summary>
public sealed class OlderStateTests
{
    private static readonly string Folder = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Plugin", "States");

    public static TheoryData<PluginFormat, string> States =>
        new(from state in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            from format in Enum.GetValues<PluginFormat>()
            select (format, Path.GetFileNameWithoutExtension(state)));

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_of_an_older_version_loads_for_ever(PluginFormat format, string name) => BuiltPlugin.Run(format, plugin =>
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".txt"));
        var expected = lines.Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        expected.Remove("model", out var model);

        Assert.True(plugin.TryLoadState(File.ReadAllBytes(Path.Combine(Folder, name + ".json"))));
        plugin.Idle();

        Assert.All(plugin.Parameters, parameter =>
        {
            var value = expected.Remove(parameter.Name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : parameter.Default;
            Assert.Equal(value, plugin.GetValue(parameter.Id), 9);
        });
        Assert.Empty(expected);
        using var saved = JsonDocument.Parse(plugin.SaveState());
        Assert.Equal(model, saved.RootElement.TryGetProperty("model", out var saying) ? saying.GetProperty("path").GetString() : null);
    });
}
