using System.Runtime.InteropServices;

namespace NamPlugin.Host.Clap;

/// <summary>A <c>.clap</c> file: its entry and its factory.</summary>
internal sealed unsafe class ClapModule : PluginModule
{
    private readonly ClapEntry* _entry;
    private readonly ClapPluginFactory* _factory;

    public ClapModule(string path)
        : base(PluginFormat.Clap, path)
    {
        _entry = (ClapEntry*)Export("clap_entry");
        if (_entry->Version.Major < 1)
            throw new HostException($"{path} speaks CLAP {_entry->Version.Major}.{_entry->Version.Minor}; this host begins with 1.0.");
        var pathText = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            if (_entry->Init((byte*)pathText) == 0)
                throw new HostException($"The entry of {path} refuses to start.");
        }
        finally
        {
            Marshal.FreeCoTaskMem(pathText);
        }

        _factory = (ClapPluginFactory*)_entry->GetFactory(Utf8Text.Pointer("clap.plugin-factory"u8));
        if (_factory is null)
            throw new HostException($"{path} has no plugin factory.");
        Classes = [.. Enumerable.Range(0, (int)_factory->GetPluginCount(_factory)).Select(index => Describe((uint)index))];
    }

    public override HostedPlugin Create(PluginClass? pluginClass = null) => new ClapHostedPlugin(_factory, Chosen(pluginClass));

    /// <summary>A factory by its id, or null.</summary>
    public void* GetFactory(string id)
    {
        var text = Marshal.StringToCoTaskMemUTF8(id);
        var factory = _entry->GetFactory((byte*)text);
        Marshal.FreeCoTaskMem(text);
        return factory;
    }

    private protected override void Exit() => _entry->Deinit();

    private PluginClass Describe(uint index)
    {
        var descriptor = _factory->GetPluginDescriptor(_factory, index);
        if (descriptor is null)
            throw new HostException($"{Path} has no descriptor for plugin {index}.");
        var features = new List<string>();
        for (var feature = descriptor->Features; feature is not null && *feature is not null; feature++)
            features.Add(Utf8Text.Read(*feature));
        return new PluginClass(
            PluginFormat.Clap, Utf8Text.Read(descriptor->Id), Utf8Text.Read(descriptor->Name), Utf8Text.Read(descriptor->Vendor),
            Utf8Text.Read(descriptor->PluginVersion), features);
    }
}
