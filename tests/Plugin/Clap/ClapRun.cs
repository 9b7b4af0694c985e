using NamPlugin.Host;
using NamPlugin.Host.Clap;

namespace NamPlugin.Plugin.Tests.Clap;

/// <summary>Tests of what only CLAP has, by the plugin's own tables.</summary>
internal static class ClapRun
{
    /// <summary>Runs a test on a fresh instance and expects that the plugin broke no rule, destruction included.</summary>
    public static void Run(Action<ClapHostedPlugin> test) => BuiltPlugin.Run(PluginFormat.Clap, plugin => test((ClapHostedPlugin)plugin));
}
