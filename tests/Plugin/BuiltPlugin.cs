using NamPlugin.Host;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>
/// The plugin as it is built and shipped, loaded through its C interface. Tests that need it are skipped where <c>./build.sh</c> has not run.
/// NAMPLUGIN_BUNDLES names another folder with <c>NamPlugin.vst3</c> and <c>NamPlugin.clap</c>, to run the same tests on another build of the shells.
/// </summary>
public static class BuiltPlugin
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("NAMPLUGIN_BUNDLES") ?? Path.Combine(SharedMaterial.RepositoryRoot, "artifacts");

    /// <summary>Absolute path of the file or bundle; skips the calling test where it is absent.</summary>
    public static string PathOf(PluginFormat format)
    {
        var path = Path.Combine(Folder, format == PluginFormat.Clap ? "NamPlugin.clap" : "NamPlugin.vst3");
        Assert.SkipUnless(Path.Exists(path), $"{path} is not built");
        return path;
    }

    /// <summary>The folder with what ships with the plugin.</summary>
    public static string ResourcesOf(PluginFormat format) =>
        format == PluginFormat.Clap ? Path.ChangeExtension(PathOf(format), ".d") : Path.Combine(PathOf(format), "Contents", "Resources");

    /// <summary>The module, loaded.</summary>
    public static PluginModule Load(PluginFormat format) => PluginModule.Load(PathOf(format));

    /// <summary>Runs a test on a fresh instance and expects that the plugin broke no rule of its format, destruction included.</summary>
    public static void Run(PluginFormat format, Action<HostedPlugin> test)
    {
        using var module = Load(format);
        var plugin = module.Create();
        using (plugin)
            test(plugin);
        ShellUnderTest.AssertNoViolations(plugin);
    }

    /// <summary>
    /// Sets a value and lets it arrive before the next activation, in which it is then no change. Active meanwhile, because VST3's processor hears of
    /// values only then.
    /// </summary>
    public static void Settle(HostedPlugin plugin, uint id, double plain)
    {
        plugin.Activate(new ProcessingSetup());
        plugin.SetValue(id, plain);
        plugin.Deactivate();
    }
}
