namespace NamPlugin.Host.Clap;

// The structs of preset discovery and the tables of preset loading, as their headers have them.

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetFactory
{
    public delegate* unmanaged[Cdecl]<ClapPresetFactory*, uint> Count;
    public delegate* unmanaged[Cdecl]<ClapPresetFactory*, uint, ClapPresetDescriptor*> GetDescriptor;
    public delegate* unmanaged[Cdecl]<ClapPresetFactory*, ClapPresetIndexer*, byte*, ClapPresetProvider*> Create;
}

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetDescriptor
{
    public ClapVersion Version;
    public byte* Id;
    public byte* Name;
    public byte* Vendor;
}

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetProvider
{
    public ClapPresetDescriptor* Descriptor;
    public void* ProviderData;
    public delegate* unmanaged[Cdecl]<ClapPresetProvider*, byte> Init;
    public delegate* unmanaged[Cdecl]<ClapPresetProvider*, void> Destroy;
    public delegate* unmanaged[Cdecl]<ClapPresetProvider*, uint, byte*, ClapPresetReceiver*, byte> GetMetadata;
    public delegate* unmanaged[Cdecl]<ClapPresetProvider*, byte*, void*> GetExtension;
}

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetIndexer
{
    public ClapVersion Version;
    public byte* Name;
    public byte* Vendor;
    public byte* Url;
    public byte* IndexerVersion;
    public nint IndexerData;
    public delegate* unmanaged[Cdecl]<ClapPresetIndexer*, ClapPresetFileType*, byte> DeclareFileType;
    public delegate* unmanaged[Cdecl]<ClapPresetIndexer*, ClapPresetLocation*, byte> DeclareLocation;
    public delegate* unmanaged[Cdecl]<ClapPresetIndexer*, void*, byte> DeclareSoundPack;
    public delegate* unmanaged[Cdecl]<ClapPresetIndexer*, byte*, void*> GetExtension;
}

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetFileType
{
    public byte* Name;
    public byte* Description;
    public byte* FileExtension;
}

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetLocation
{
    public uint Flags;
    public byte* Name;
    public uint Kind;
    public byte* Location;
}

/// <summary>clap/factory/preset-discovery.h</summary>
internal unsafe struct ClapPresetReceiver
{
    public nint ReceiverData;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, int, byte*, void> OnError;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, byte*, byte*, byte> BeginPreset;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, ClapUniversalPluginId*, void> AddPluginId;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, byte*, void> SetSoundPackId;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, uint, void> SetFlags;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, byte*, void> AddCreator;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, byte*, void> SetDescription;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, ulong, ulong, void> SetTimestamps;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, byte*, void> AddFeature;
    public delegate* unmanaged[Cdecl]<ClapPresetReceiver*, byte*, byte*, void> AddExtraInfo;
}

/// <summary>clap/universal-plugin-id.h</summary>
internal unsafe struct ClapUniversalPluginId
{
    public byte* Abi;
    public byte* Id;
}

/// <summary>clap/ext/preset-load.h</summary>
internal unsafe struct ClapPresetLoad
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, byte*, byte*, byte> FromLocation;
}

/// <summary>clap/ext/preset-load.h: the host's side.</summary>
internal unsafe struct ClapHostPresetLoad
{
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, byte*, byte*, int, byte*, void> OnError;
    public delegate* unmanaged[Cdecl]<ClapHost*, uint, byte*, byte*, void> Loaded;
}
