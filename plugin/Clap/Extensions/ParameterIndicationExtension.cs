using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.param-indication</c>: what the host wants shown at a parameter, kept where an editor finds it.</summary>
internal static unsafe class ParameterIndicationExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { SetMapping = &SetMapping, SetAutomation = &SetAutomation });

    public static ReadOnlySpan<byte> Id => "clap.param-indication/4"u8;

    /// <summary>What older hosts ask for; the same table.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.param-indication.draft/4"u8;

    [UnmanagedCallersOnly]
    private static void SetMapping(ClapPlugin* plugin, uint parameterId, byte hasMapping, ClapColor* color, byte* label, byte* description)
    {
        try
        {
            var index = ParameterTable.IndexOf(parameterId);
            if (index < 0 || ClapInstance.Of(plugin) is not { } instance)
                return;
            instance.Indications.SetMapping(index, hasMapping == ClapBool.False ? null : new ParameterMapping(ClapColor.Read(color), Read(label), Read(description)));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    [UnmanagedCallersOnly]
    private static void SetAutomation(ClapPlugin* plugin, uint parameterId, uint state, ClapColor* color)
    {
        try
        {
            var index = ParameterTable.IndexOf(parameterId);
            if (index < 0 || ClapInstance.Of(plugin) is not { } instance)
                return;

            // The numbers are CLAP's; one from a later version of it says nothing.
            var known = state <= (uint)AutomationState.Overridden ? (AutomationState)state : AutomationState.None;
            instance.Indications.SetAutomation(index, known, ClapColor.Read(color));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    private static string Read(byte* text) => Encoding.UTF8.GetString(ClapText.Read(text));

    /// <summary><c>clap_plugin_param_indication</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint, byte, ClapColor*, byte*, byte*, void> SetMapping;
        public delegate* unmanaged<ClapPlugin*, uint, uint, ClapColor*, void> SetAutomation;
    }
}
