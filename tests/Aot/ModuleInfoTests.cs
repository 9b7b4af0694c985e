using System.Text.Json;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3;
using NamPlugin.Tests.Support;

namespace NamPlugin.Aot.Tests;

/// <summary>What the bundle says of the plugin to hosts that do not load it, against what the plugin says itself.</summary>
public sealed class ModuleInfoTests
{
    [Fact]
    public void The_bundle_says_what_the_factory_says()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedMaterial.RepositoryRoot, "aot", "loader", "moduleinfo.json")));
        var module = document.RootElement;
        var effect = Assert.Single(module.GetProperty("Classes").EnumerateArray());

        Assert.Equal((PluginIdentity.Name, PluginIdentity.Version), (Text(module, "Name"), Text(module, "Version")));
        Assert.Equal(PluginIdentity.Vendor, Text(module.GetProperty("Factory Info"), "Vendor"));
        Assert.Equal(PluginIdentity.Vst3ComponentId, Text(effect, "CID"));
        Assert.Equal("Audio Module Class", Text(effect, "Category"));
        Assert.Equal((PluginIdentity.Name, PluginIdentity.Vendor), (Text(effect, "Name"), Text(effect, "Vendor")));
        Assert.Equal((PluginIdentity.Version, Vst3Factory.SdkVersion), (Text(effect, "Version"), Text(effect, "SDKVersion")));
        Assert.Equal(Vst3Factory.SubCategories, string.Join('|', effect.GetProperty("Sub Categories").EnumerateArray().Select(category => category.GetString())));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
