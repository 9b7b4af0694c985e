namespace NamPlugin.Host.Clap;

// CLAP's structs, written down from its public headers (clap 1.2) for this host alone: a mistake in the plugin's own must not find its twin here.
// Layouts are those of the C ABI on 64-bit machines; tests/Plugin checks sizes and offsets against what a C compiler makes of the headers.

/// <summary>clap/entry.h</summary>
internal unsafe struct ClapEntry
{
    public ClapVersion Version;
    public delegate* unmanaged[Cdecl]<byte*, byte> Init;
    public delegate* unmanaged[Cdecl]<void> Deinit;
    public delegate* unmanaged[Cdecl]<byte*, void*> GetFactory;
}

/// <summary>clap/version.h</summary>
internal struct ClapVersion
{
    public uint Major;
    public uint Minor;
    public uint Revision;
}

/// <summary>clap/factory/plugin-factory.h</summary>
internal unsafe struct ClapPluginFactory
{
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, uint> GetPluginCount;
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, uint, ClapPluginDescriptor*> GetPluginDescriptor;
    public delegate* unmanaged[Cdecl]<ClapPluginFactory*, ClapHost*, byte*, ClapPlugin*> CreatePlugin;
}

/// <summary>clap/plugin.h</summary>
internal unsafe struct ClapPluginDescriptor
{
    public ClapVersion Version;
    public byte* Id;
    public byte* Name;
    public byte* Vendor;
    public byte* Url;
    public byte* ManualUrl;
    public byte* SupportUrl;
    public byte* PluginVersion;
    public byte* Description;
    public byte** Features;
}

/// <summary>clap/plugin.h</summary>
internal unsafe struct ClapPlugin
{
    public ClapPluginDescriptor* Descriptor;
    public void* PluginData;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte> Init;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, void> Destroy;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, double, uint, uint, byte> Activate;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, void> Deactivate;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte> StartProcessing;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, void> StopProcessing;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, void> Reset;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapProcess*, int> Process;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte*, void*> GetExtension;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, void> OnMainThread;
}

/// <summary>clap/host.h</summary>
internal unsafe struct ClapHost
{
    public ClapVersion Version;
    public nint HostData;
    public byte* Name;
    public byte* Vendor;
    public byte* Url;
    public byte* HostVersion;
    public delegate* unmanaged[Cdecl]<ClapHost*, byte*, void*> GetExtension;
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestRestart;
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestProcess;
    public delegate* unmanaged[Cdecl]<ClapHost*, void> RequestCallback;
}

/// <summary>clap/process.h</summary>
internal unsafe struct ClapProcess
{
    public long SteadyTime;
    public uint FramesCount;
    public ClapTransportEvent* Transport;
    public ClapAudioBuffer* AudioInputs;
    public ClapAudioBuffer* AudioOutputs;
    public uint AudioInputsCount;
    public uint AudioOutputsCount;
    public ClapInputEvents* InEvents;
    public ClapOutputEvents* OutEvents;
}

/// <summary>clap/audio-buffer.h</summary>
internal unsafe struct ClapAudioBuffer
{
    public float** Data32;
    public double** Data64;
    public uint ChannelCount;
    public uint Latency;
    public ulong ConstantMask;
}

/// <summary>clap/events.h</summary>
internal struct ClapEventHeader
{
    public uint Size;
    public uint Time;
    public ushort SpaceId;
    public ushort Type;
    public uint Flags;
}

/// <summary>clap/events.h, for clap_event_param_value and clap_event_param_mod, which are alike.</summary>
internal unsafe struct ClapParameterEvent
{
    public ClapEventHeader Header;
    public uint ParameterId;
    public void* Cookie;
    public int NoteId;
    public short PortIndex;
    public short Channel;
    public short Key;
    public double Value;
}

/// <summary>clap/events.h</summary>
internal struct ClapGestureEvent
{
    public ClapEventHeader Header;
    public uint ParameterId;
}

/// <summary>clap/events.h</summary>
internal struct ClapTransportEvent
{
    public ClapEventHeader Header;
    public uint Flags;
    public long SongPositionBeats;
    public long SongPositionSeconds;
    public double Tempo;
    public double TempoIncrement;
    public long LoopStartBeats;
    public long LoopEndBeats;
    public long LoopStartSeconds;
    public long LoopEndSeconds;
    public long BarStart;
    public int BarNumber;
    public ushort TimeSignatureNumerator;
    public ushort TimeSignatureDenominator;
}

/// <summary>clap/events.h</summary>
internal unsafe struct ClapInputEvents
{
    public void* Context;
    public delegate* unmanaged[Cdecl]<ClapInputEvents*, uint> Size;
    public delegate* unmanaged[Cdecl]<ClapInputEvents*, uint, ClapEventHeader*> Get;
}

/// <summary>clap/events.h</summary>
internal unsafe struct ClapOutputEvents
{
    public nint Context;
    public delegate* unmanaged[Cdecl]<ClapOutputEvents*, ClapEventHeader*, byte> TryPush;
}

/// <summary>clap/stream.h</summary>
internal unsafe struct ClapInputStream
{
    public nint Context;
    public delegate* unmanaged[Cdecl]<ClapInputStream*, void*, ulong, long> Read;
}

/// <summary>clap/stream.h</summary>
internal unsafe struct ClapOutputStream
{
    public nint Context;
    public delegate* unmanaged[Cdecl]<ClapOutputStream*, void*, ulong, long> Write;
}

/// <summary>clap/ext/audio-ports.h</summary>
internal unsafe struct ClapAudioPortInfo
{
    public uint Id;
    public fixed byte Name[256];
    public uint Flags;
    public uint ChannelCount;
    public byte* PortType;
    public uint InPlacePair;
}

/// <summary>clap/ext/audio-ports-config.h</summary>
internal unsafe struct ClapAudioPortsConfig
{
    public uint Id;
    public fixed byte Name[256];
    public uint InputPortCount;
    public uint OutputPortCount;
    public byte HasMainInput;
    public uint MainInputChannelCount;
    public byte* MainInputPortType;
    public byte HasMainOutput;
    public uint MainOutputChannelCount;
    public byte* MainOutputPortType;
}

/// <summary>clap/ext/configurable-audio-ports.h</summary>
internal unsafe struct ClapAudioPortRequest
{
    public byte IsInput;
    public uint PortIndex;
    public uint ChannelCount;
    public byte* PortType;
    public void* PortDetails;
}

/// <summary>clap/ext/params.h</summary>
internal unsafe struct ClapParameterInfo
{
    public uint Id;
    public uint Flags;
    public void* Cookie;
    public fixed byte Name[256];
    public fixed byte Module[1024];
    public double Minimum;
    public double Maximum;
    public double Default;
}

/// <summary>clap/color.h</summary>
internal struct ClapColor
{
    public byte Alpha;
    public byte Red;
    public byte Green;
    public byte Blue;
}

/// <summary>clap/ext/remote-controls.h</summary>
internal unsafe struct ClapRemoteControlsPage
{
    public fixed byte SectionName[256];
    public uint PageId;
    public fixed byte PageName[256];
    public fixed uint ParameterIds[8];
    public byte IsForPreset;
}

/// <summary>clap/ext/context-menu.h</summary>
internal struct ClapContextMenuTarget
{
    public uint Kind;
    public uint Id;
}

/// <summary>clap/ext/context-menu.h</summary>
internal unsafe struct ClapContextMenuEntry
{
    public byte* Label;
    public byte IsEnabled;
    public uint ActionId;
}

/// <summary>clap/ext/context-menu.h</summary>
internal unsafe struct ClapContextMenuBuilder
{
    public nint Context;
    public delegate* unmanaged[Cdecl]<ClapContextMenuBuilder*, uint, void*, byte> AddItem;
    public delegate* unmanaged[Cdecl]<ClapContextMenuBuilder*, uint, byte> Supports;
}

/// <summary>clap/ext/track-info.h</summary>
internal unsafe struct ClapTrackInfo
{
    public ulong Flags;
    public fixed byte Name[256];
    public ClapColor Color;
    public int AudioChannelCount;
    public byte* AudioPortType;
}
