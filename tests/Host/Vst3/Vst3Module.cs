namespace NamPlugin.Host.Vst3;

/// <summary>A <c>.vst3</c> bundle: its module entry and its factory.</summary>
internal sealed unsafe class Vst3Module : PluginModule
{
    private const string AudioEffectCategory = "Audio Module Class";
    private readonly Interface<PluginFactoryTable>* _factory;
    private readonly HostApplication _application = new();

    public Vst3Module(string bundle)
        : base(PluginFormat.Vst3, SharedObject(bundle))
    {
        var entry = (delegate* unmanaged[Cdecl]<nint, byte>)Export("ModuleEntry");
        if (entry(Library) == 0)
            throw new HostException($"The entry of {Path} refuses to start.");
        var getFactory = (delegate* unmanaged[Cdecl]<Interface<PluginFactoryTable>*>)Export("GetPluginFactory");
        _factory = getFactory();
        if (_factory is null)
            throw new HostException($"{Path} has no plugin factory.");
        // The later methods are called through the later interfaces: the table of the first need not have them.
        var factory2 = Query(Vst3Ids.PluginFactory2);
        if (factory2 is null)
            throw new HostException($"The factory of {Path} is not an IPluginFactory2.");
        var factory3 = Query(Vst3Ids.PluginFactory3);
        if (factory3 is not null && factory3->Table->SetHostContext(factory3, _application.Pointer) is not (Vst3Result.Ok or Vst3Result.NotImplemented))
            throw new HostException($"The factory of {Path} refuses a host context.");
        Classes = [.. Enumerable.Range(0, _factory->Table->CountClasses(_factory)).Select(index => Describe(factory2, index)).OfType<PluginClass>()];
        Release(factory2);
        Release(factory3);
    }

    public override HostedPlugin Create(PluginClass? pluginClass = null) => new Vst3HostedPlugin(_factory, Chosen(pluginClass));

    private protected override void Exit()
    {
        _factory->Table->Unknown.Release(_factory);
        _application.Dispose();
        var exit = (delegate* unmanaged[Cdecl]<byte>)Export("ModuleExit");
        if (exit() == 0)
            throw new HostException($"The exit of {Path} fails.");
    }

    private static string SharedObject(string bundle) =>
        Directory.Exists(bundle)
            ? System.IO.Path.Combine(bundle, "Contents", "x86_64-linux", System.IO.Path.GetFileNameWithoutExtension(bundle) + ".so")
            : throw new HostException($"{bundle} is no bundle: a folder is expected.");

    private Interface<PluginFactoryTable>* Query(Guid128 id)
    {
        void* found;
        return _factory->Table->Unknown.QueryInterface(_factory, &id, &found) == Vst3Result.Ok ? (Interface<PluginFactoryTable>*)found : null;
    }

    private static void Release(Interface<PluginFactoryTable>* factory)
    {
        if (factory is not null)
            factory->Table->Unknown.Release(factory);
    }

    private PluginClass? Describe(Interface<PluginFactoryTable>* factory2, int index)
    {
        PClassInfo2 info;
        if (factory2->Table->GetClassInfo2(factory2, index, &info) != Vst3Result.Ok)
            throw new HostException($"The factory of {Path} does not describe class {index}.");
        return Utf8Text.Read(info.Category) == AudioEffectCategory
            ? new PluginClass(PluginFormat.Vst3, info.Id.ToString(), Utf8Text.Read(info.Name), Utf8Text.Read(info.Vendor), Utf8Text.Read(info.Version), Utf8Text.Read(info.SubCategories).Split('|'))
            : null;
    }
}
