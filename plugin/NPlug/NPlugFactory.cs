using System.Runtime.InteropServices;
using NamPlugin.Plugin.Effect;
using NPlug;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>What the library hands to VST3 hosts when its shell is the one over NPlug: NPlug's factory with its one class.</summary>
public static unsafe class NPlugFactory
{
    // Held for as long as the process lives, whatever hosts do.
    private static readonly nint Factory = Register().Export();

    private static readonly NPlugTables Tables = new((void*)Factory);

    /// <summary>The process call as <c>int32_t (*)(void *self, void *data)</c>, for the entry of <see cref="UseProcessEntry"/> to call.</summary>
    public static nint Process => Tables.BareProcess;

    /// <summary>The way to the factory, as <c>void *(*)(void)</c>.</summary>
    public static nint GetFactory => (nint)(delegate* unmanaged<void*>)&Get;

    /// <summary>
    /// Has hosts call an entry of the loader's to process, which does around <see cref="Process"/> what C# cannot: denormals are zero there.
    /// Before the first host asks for the factory. [main-thread]
    /// </summary>
    public static void UseProcessEntry(nint entry) => Tables.WrapProcess(entry);

    private static AudioPluginFactory Register()
    {
        var factory = new AudioPluginFactory(new AudioPluginFactoryInfo { Vendor = PluginIdentity.Vendor });
        var info = new AudioProcessorClassInfo(NPlugPlugin.ClassId, PluginIdentity.Name, AudioProcessorCategory.EffectDistortion)
        {
            Vendor = PluginIdentity.Vendor,
            Version = Version.Parse(PluginIdentity.Version),
        };
        factory.RegisterPlugin(info, static () => new NPlugPlugin());
        return factory;
    }

    [UnmanagedCallersOnly]
    private static void* Get()
    {
        Vst3.Abi.FUnknown.AddRef((void*)Factory);
        return (void*)Factory;
    }
}
