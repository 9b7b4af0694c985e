namespace NamPlugin.Host.Clap;

// The tables that a plugin gives its host, one struct per header under clap/ext.

/// <summary>clap/ext/audio-ports.h</summary>
internal unsafe struct ClapAudioPorts
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte, uint> Count;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, byte, ClapAudioPortInfo*, byte> Get;
}

/// <summary>clap/ext/audio-ports-config.h</summary>
internal unsafe struct ClapAudioPortsConfigs
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint> Count;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, ClapAudioPortsConfig*, byte> Get;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, byte> Select;
}

/// <summary>clap/ext/configurable-audio-ports.h</summary>
internal unsafe struct ClapConfigurableAudioPorts
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapAudioPortRequest*, uint, byte> CanApply;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapAudioPortRequest*, uint, byte> Apply;
}

/// <summary>clap/ext/params.h</summary>
internal unsafe struct ClapParameters
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint> Count;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, ClapParameterInfo*, byte> GetInfo;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, double*, byte> GetValue;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, double, byte*, uint, byte> ValueToText;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, byte*, double*, byte> TextToValue;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapInputEvents*, ClapOutputEvents*, void> Flush;
}

/// <summary>clap/ext/state.h</summary>
internal unsafe struct ClapState
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapOutputStream*, byte> Save;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapInputStream*, byte> Load;
}

/// <summary>clap/ext/latency.h, and clap/ext/tail.h, which is alike.</summary>
internal unsafe struct ClapFrameCount
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint> Get;
}

/// <summary>clap/ext/render.h</summary>
internal unsafe struct ClapRender
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte> HasHardRealtimeRequirement;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, int, byte> Set;
}

/// <summary>clap/ext/timer-support.h</summary>
internal unsafe struct ClapTimerSupport
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, void> OnTimer;
}

/// <summary>clap/ext/posix-fd-support.h</summary>
internal unsafe struct ClapPosixFdSupport
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, int, uint, void> OnFd;
}

/// <summary>clap/ext/remote-controls.h</summary>
internal unsafe struct ClapRemoteControls
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint> Count;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, ClapRemoteControlsPage*, byte> Get;
}

/// <summary>clap/ext/param-indication.h</summary>
internal unsafe struct ClapParameterIndication
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, byte, ClapColor*, byte*, byte*, void> SetMapping;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, uint, ClapColor*, void> SetAutomation;
}

/// <summary>clap/ext/context-menu.h</summary>
internal unsafe struct ClapContextMenu
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapContextMenuTarget*, ClapContextMenuBuilder*, byte> Populate;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, ClapContextMenuTarget*, uint, byte> Perform;
}

/// <summary>clap/ext/track-info.h</summary>
internal unsafe struct ClapTrackChange
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, void> Changed;
}

/// <summary>clap/ext/draft/resource-directory.h</summary>
internal unsafe struct ClapResourceDirectory
{
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte*, byte, void> SetDirectory;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, byte, void> Collect;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint> GetFilesCount;
    public delegate* unmanaged[Cdecl]<ClapPlugin*, uint, byte*, uint, int> GetFilePath;
}
