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

    private static Face* s_factory;

    /// <summary>
    /// The process call as <c>int32_t (*)(void *self, void *data)</c>, for the loader to call from the thunk that it hands to
    /// <see cref="Create"/>. [thread-safe]
    /// </summary>
    public static nint Process => IAudioProcessor.BareProcess;

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

    /// <summary>The factory, an IPluginFactory3 that lives as long as the process. [main-thread]</summary>
    /// <param name="processThunk">What hosts call to process: it does what C# cannot (denormals to zero) around <see cref="Process"/>.</param>
    public static nint Create(nint processThunk)
    {
        IAudioProcessor.WrapProcess(processThunk);
        if (s_factory is null)
            s_factory = Face.Keep(new Face { Table = IPluginFactory3.Table });
        return (nint)s_factory;
    }
}
