using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.state-context</c>: the same state, told whether it is a preset. A preset leaves alone what belongs to the machine.</summary>
internal static unsafe class StateContextExtension
{
    private const uint ForPreset = 1;
    private const uint ForDuplicate = 2;
    private const uint ForProject = 3;

    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Save = &Save, Load = &Load });

    public static ReadOnlySpan<byte> Id => "clap.state-context/2"u8;

    [UnmanagedCallersOnly]
    private static byte Save(ClapPlugin* plugin, ClapOutputStream* stream, uint context)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin) is { } instance && TryGetPurpose(context, out var purpose) && ClapState.TrySave(instance, stream, purpose));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte Load(ClapPlugin* plugin, ClapInputStream* stream, uint context)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin) is { } instance && TryGetPurpose(context, out var purpose) && ClapState.TryLoad(instance, stream, purpose));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    private static bool TryGetPurpose(uint context, out StatePurpose purpose)
    {
        purpose = context == ForPreset ? StatePurpose.Preset : StatePurpose.Session;
        return context is ForPreset or ForDuplicate or ForProject;
    }

    /// <summary><c>clap_plugin_state_context</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, ClapOutputStream*, uint, byte> Save;
        public delegate* unmanaged<ClapPlugin*, ClapInputStream*, uint, byte> Load;
    }
}
