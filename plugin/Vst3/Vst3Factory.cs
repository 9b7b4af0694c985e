using System.Runtime.InteropServices;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>What the library hands to VST3 hosts: the one factory with its one class.</summary>
public static unsafe class Vst3Factory
{
    /// <summary>Where hosts file the plugin, in the standard's own words.</summary>
    public const string SubCategories = "Fx|Distortion|Guitar";

    /// <summary>Version of the standard whose interfaces are offered.</summary>
    public const string SdkVersion = "VST 3.7.14";

    private const string Category = "Audio Module Class";

    private static readonly Face* s_factory = Face.Keep(new Face { Table = IPluginFactory3.Table });

    /// <summary>The process call as <c>int32_t (*)(void *self, void *data)</c>, for the entry of <see cref="UseProcessEntry"/> to call.</summary>
    public static nint Process => IAudioProcessor.BareProcess;

    /// <summary>The way to the factory, as <c>void *(*)(void)</c>. The factory lives as long as the process.</summary>
    public static nint GetFactory => (nint)(delegate* unmanaged<void*>)&Get;

    internal static Iid ClassId { get; } = Iid.Parse(PluginIdentity.Vst3ComponentId);

    internal static PFactoryInfo Info
    {
        get
        {
            var info = new PFactoryInfo { Flags = PFactoryInfo.Unicode };
            FixedText.Put(PluginIdentity.Vendor, info.Vendor);
            return info;
        }
    }

    internal static PClassInfo ClassInfo
    {
        get
        {
            var info = new PClassInfo { Head = Head };
            FixedText.Put(PluginIdentity.Name, info.Name);
            return info;
        }
    }

    internal static PClassInfo2 ClassInfo2
    {
        get
        {
            var info = new PClassInfo2 { Head = Head };
            FixedText.Put(PluginIdentity.Name, info.Name);
            FixedText.Put(SubCategories, info.SubCategories);
            FixedText.Put(PluginIdentity.Vendor, info.Vendor);
            FixedText.Put(PluginIdentity.Version, info.Version);
            FixedText.Put(SdkVersion, info.SdkVersion);
            return info;
        }
    }

    internal static PClassInfoW ClassInfoUnicode
    {
        get
        {
            var info = new PClassInfoW { Head = Head };
            FixedText.Put(PluginIdentity.Name, info.Name);
            FixedText.Put(SubCategories, info.SubCategories);
            FixedText.Put(PluginIdentity.Vendor, info.Vendor);
            FixedText.Put(PluginIdentity.Version, info.Version);
            FixedText.Put(SdkVersion, info.SdkVersion);
            return info;
        }
    }

    private static ClassHead Head
    {
        get
        {
            var head = new ClassHead { ClassId = ClassId, Cardinality = PClassInfo.ManyInstances };
            FixedText.Put(Category, head.Category);
            return head;
        }
    }

    /// <summary>
    /// Has hosts call an entry of the loader's to process, which does around <see cref="Process"/> what C# cannot: denormals are zero there.
    /// Before the first host asks for the factory. [main-thread]
    /// </summary>
    public static void UseProcessEntry(nint entry) => IAudioProcessor.WrapProcess(entry);

    [UnmanagedCallersOnly]
    private static void* Get() => s_factory;
}
