using System.Text.Json;
using NamPlugin.Host;

namespace NamPlugin.Plugin.Tests;

/// <summary>The built plugins are who <c>docs/identity.md</c> says, for every session that names them.</summary>
public sealed class IdentityTests
{
    [Theory]
    [EachFormat]
    public void Class_name_and_vendor_are_those_of_the_page(PluginFormat format)
    {
        var said = IdentityPage.Table("Plugin").ToDictionary(row => row["what"], row => row["value"]);
        using var module = BuiltPlugin.Load(format);
        var plugin = Assert.Single(module.Classes);

        Assert.Equal((said["name"], said["vendor"]), (plugin.Name, plugin.Vendor));
        Assert.Equal(format == PluginFormat.Clap ? said["CLAP id"] : said["VST3 class of component and controller"], plugin.Id);
        if (format == PluginFormat.Vst3)
            Assert.Equal(said["VST3 sub-categories"], string.Join('|', plugin.Categories));
    }

    [Theory]
    [EachFormat]
    public void Parameters_are_those_of_the_page_in_its_order(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Assert.Equal(
            IdentityPage.Parameters.Select(row => $"{row["number"]} {row["name"]}: {row["smallest"]} to {row["largest"]}, {row["default"]}, {row["steps"]} steps, {Flags(row["flags"], format)}"),
            plugin.Parameters.Select(parameter =>
                $"{parameter.Id} {parameter.Name}: {Math.Round(parameter.Minimum, 9)} to {Math.Round(parameter.Maximum, 9)}, {Math.Round(parameter.Default, 9)}, {parameter.StepCount} steps, {Flags(parameter.Flags)}"));
        if (format == PluginFormat.Vst3)
            Assert.Equal(IdentityPage.Parameters.Select(row => row["unit"]), plugin.Parameters.Select(parameter => parameter.Unit));
    });

    [Theory]
    [EachFormat]
    public void Choices_read_as_on_the_page(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
        Assert.All(IdentityPage.Table("Choices"), row =>
        {
            var number = IdentityPage.Parameters.Single(parameter => parameter["id"] == row["id"])["number"];
            var parameter = plugin.Parameter(uint.Parse(number));
            Assert.Equal(row["values from the smallest on"].Split(", "), parameter.Values(0).Select(value => plugin.FormatValue(parameter.Id, value)));
        }));

    [Theory]
    [EachFormat]
    public void A_session_is_written_in_the_words_of_the_page(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        plugin.Activate(new ProcessingSetup());
        plugin.Deactivate();
        var state = JsonSerializer.Deserialize<JsonElement>(plugin.SaveState());
        var words = IdentityPage.Table("Keys of a state").ToLookup(row => row["in"], row => row["key"]);

        Assert.Equal(["namplugin", "parameters", "model"], state.EnumerateObject().Select(field => field.Name));
        Assert.All(state.EnumerateObject(), field => Assert.Contains(field.Name, words["state"]));
        Assert.Equal(IdentityPage.Parameters.Select(row => row["id"]), state.GetProperty("parameters").EnumerateObject().Select(field => field.Name));
        var file = state.GetProperty("model").EnumerateObject().Select(field => field.Name).ToList();
        Assert.All(file, field => Assert.Contains(field, words["file"]));
        Assert.All(new[] { "path", "sha256", "length", "copy" }, key => Assert.Contains(key, file));
    });

    [Fact]
    public void Ports_are_those_of_the_page() => BuiltPlugin.Run(PluginFormat.Clap, plugin =>
        Assert.All(IdentityPage.Table("CLAP port configurations"), row =>
            Assert.True(plugin.TrySetLayout(new AudioLayout(int.Parse(row["channels in"]), int.Parse(row["channels out"]))))));

    // What only one format can say is not compared in the other.
    private static string Flags(string words, PluginFormat format)
    {
        var flags = words.Split(", ").Where(word => word is "Automatable" or "Bypass" or "Stepped" || (word == "Modulatable" && format == PluginFormat.Clap));
        return string.Join(' ', flags.Order(StringComparer.Ordinal));
    }

    private static string Flags(HostedParameterFlags flags) =>
        string.Join(' ', (flags & ~HostedParameterFlags.List).ToString().Split(", ").Where(word => word != "None").Order(StringComparer.Ordinal));
}
