using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Clap;

namespace NamPlugin.Host.Presets;

/// <summary>
/// What a CLAP file's preset discovery says: the indexer of a host. It records everything that is declared, and what breaks the rules of
/// clap/factory/preset-discovery.h.
/// </summary>
public sealed unsafe class PresetIndex : IDisposable
{
    private const string Factory = "clap.preset-discovery-factory/2";
    private const uint FileKind = 0;
    private readonly ClapPresetProvider* _provider;
    private readonly ClapPresetIndexer* _indexer;
    private GCHandle _self;
    private bool _isDeclaring;
    private Draft? _draft;

    /// <summary>Creates the file's one provider and has it declare what it knows.</summary>
    /// <exception cref="HostException">There is none, or it refuses.</exception>
    public PresetIndex(PluginModule module, string factoryId = Factory)
    {
        var factory = (ClapPresetFactory*)((ClapModule)module).GetFactory(factoryId);
        if (factory is null)
            throw new HostException($"{module.Path} has no factory {factoryId}.");
        if (factory->Count(factory) != 1 || factory->GetDescriptor(factory, 1) is not null)
            throw new HostException($"{module.Path} has not one preset provider; this host serves no others.");
        var descriptor = factory->GetDescriptor(factory, 0);
        (Id, Name, Vendor) = (Utf8Text.Read(descriptor->Id), Utf8Text.Read(descriptor->Name), Utf8Text.Read(descriptor->Vendor));
        _self = GCHandle.Alloc(this);
        _indexer = (ClapPresetIndexer*)NativeMemory.AllocZeroed((nuint)sizeof(ClapPresetIndexer));
        *_indexer = new ClapPresetIndexer
        {
            Version = new ClapVersion { Major = 1, Minor = 2, Revision = 2 },
            Name = Utf8Text.Pointer("NamPlugin test host"u8),
            IndexerData = GCHandle.ToIntPtr(_self),
            DeclareFileType = &DeclareFileType,
            DeclareLocation = &DeclareLocation,
            DeclareSoundPack = &DeclareSoundPack,
            GetExtension = &GetExtension,
        };
        if (factory->Create(factory, _indexer, Utf8Text.Pointer("org.example.nobody"u8)) is not null)
            throw new HostException($"{module.Path} creates a provider that it does not have.");
        _provider = factory->Create(factory, _indexer, descriptor->Id);
        if (_provider is null || _provider->Descriptor != descriptor)
            throw new HostException($"{module.Path} does not create its preset provider.");
        _isDeclaring = true;
        if (_provider->Init(_provider) == 0)
            throw new HostException($"{module.Path}: the preset provider fails in init.");
        _isDeclaring = false;
    }

    /// <summary>The provider's id.</summary>
    public string Id { get; }

    /// <summary>Its name for people.</summary>
    public string Name { get; }

    /// <summary>Who made it.</summary>
    public string Vendor { get; }

    /// <summary>How the names of presets end, without the dot.</summary>
    public List<string> Extensions { get; } = [];

    /// <summary>Where presets lie.</summary>
    public List<PresetLocation> Locations { get; } = [];

    /// <summary>What went wrong with files, in the plugin's words.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The system's numbers for it.</summary>
    public List<int> ErrorNumbers { get; } = [];

    /// <summary>Rules broken, each in words.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Describes one file; null when the plugin does not, and then it has said why.</summary>
    public HostedPreset? Describe(string path)
    {
        _draft = null;
        var receiver = new ClapPresetReceiver
        {
            ReceiverData = GCHandle.ToIntPtr(_self),
            OnError = &OnError,
            BeginPreset = &BeginPreset,
            AddPluginId = &AddPluginId,
            SetSoundPackId = &SetSoundPackId,
            SetFlags = &SetFlags,
            AddCreator = &AddCreator,
            SetDescription = &SetDescription,
            SetTimestamps = &SetTimestamps,
            AddFeature = &AddFeature,
            AddExtraInfo = &AddExtraInfo,
        };
        var errors = Errors.Count;
        var text = Marshal.StringToCoTaskMemUTF8(path);
        var isDescribed = _provider->GetMetadata(_provider, FileKind, (byte*)text, &receiver) != 0;
        Marshal.FreeCoTaskMem(text);
        if (isDescribed == Errors.Count > errors)
            Violations.Add($"get_metadata answers {isDescribed} and reports {Errors.Count - errors} errors");
        return isDescribed && _draft is { } draft
            ? new HostedPreset(path, draft.Name, draft.PluginIds, draft.Creators, draft.Description, draft.Features, draft.Extra)
            : null;
    }

    /// <summary>Describes every file of the declared kinds in a location.</summary>
    public IReadOnlyList<HostedPreset> Crawl(PresetLocation location) =>
    [
        .. Directory.EnumerateFiles(location.Path, "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(Path.GetExtension(path).TrimStart('.')))
            .Order(StringComparer.Ordinal).Select(Describe).OfType<HostedPreset>(),
    ];

    /// <summary>Destroys the provider.</summary>
    public void Dispose()
    {
        _provider->Destroy(_provider);
        NativeMemory.Free(_indexer);
        _self.Free();
    }

    private static PresetIndex Of(nint handle) => (PresetIndex)GCHandle.FromIntPtr(handle).Target!;

    private static PresetIndex Of(ClapPresetIndexer* indexer)
    {
        var index = Of(indexer->IndexerData);
        if (!index._isDeclaring)
            index.Violations.Add("declares something outside of init");
        return index;
    }

    private static Draft DraftOf(ClapPresetReceiver* receiver)
    {
        var index = Of(receiver->ReceiverData);
        if (index._draft is null)
            index.Violations.Add("says something about a preset before it begins one");
        return index._draft ??= new Draft("");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte DeclareFileType(ClapPresetIndexer* indexer, ClapPresetFileType* type)
    {
        Of(indexer).Extensions.Add(Utf8Text.Read(type->FileExtension));
        return Utf8Text.Read(type->Name).Length > 0 ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte DeclareLocation(ClapPresetIndexer* indexer, ClapPresetLocation* location)
    {
        var path = Utf8Text.Read(location->Location);
        if (location->Kind != FileKind || !Path.IsPathRooted(path) || !Path.Exists(path))
            Of(indexer).Violations.Add($"declares a location that is not there: {path}");
        Of(indexer).Locations.Add(new PresetLocation(Utf8Text.Read(location->Name), path, (location->Flags & 1) != 0, (location->Flags & 2) != 0));
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte DeclareSoundPack(ClapPresetIndexer* indexer, void* pack) => 1;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtension(ClapPresetIndexer* indexer, byte* id) => null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnError(ClapPresetReceiver* receiver, int number, byte* message)
    {
        var index = Of(receiver->ReceiverData);
        index.Errors.Add(Utf8Text.Read(message));
        index.ErrorNumbers.Add(number);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte BeginPreset(ClapPresetReceiver* receiver, byte* name, byte* loadKey)
    {
        var index = Of(receiver->ReceiverData);
        if (index._draft is not null || loadKey is not null)
            index.Violations.Add("begins a second preset in a file, or gives the only one a key");
        index._draft = new Draft(Utf8Text.Read(name));
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AddPluginId(ClapPresetReceiver* receiver, ClapUniversalPluginId* id) =>
        DraftOf(receiver).PluginIds.Add($"{Utf8Text.Read(id->Abi)}:{Utf8Text.Read(id->Id)}");

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetSoundPackId(ClapPresetReceiver* receiver, byte* id) => DraftOf(receiver);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetFlags(ClapPresetReceiver* receiver, uint flags) => DraftOf(receiver);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AddCreator(ClapPresetReceiver* receiver, byte* creator) => DraftOf(receiver).Creators.Add(Utf8Text.Read(creator));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetDescription(ClapPresetReceiver* receiver, byte* description) => DraftOf(receiver).Description = Utf8Text.Read(description);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetTimestamps(ClapPresetReceiver* receiver, ulong created, ulong modified) => DraftOf(receiver);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AddFeature(ClapPresetReceiver* receiver, byte* feature) => DraftOf(receiver).Features.Add(Utf8Text.Read(feature));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AddExtraInfo(ClapPresetReceiver* receiver, byte* key, byte* value) => DraftOf(receiver).Extra.Add($"{Utf8Text.Read(key)}={Utf8Text.Read(value)}");

    private sealed class Draft(string name)
    {
        public string Name => name;

        public List<string> PluginIds { get; } = [];

        public List<string> Creators { get; } = [];

        public string Description { get; set; } = "";

        public List<string> Features { get; } = [];

        public List<string> Extra { get; } = [];
    }
}
