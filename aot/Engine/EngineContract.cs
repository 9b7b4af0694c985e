using System.Runtime.InteropServices;

namespace NamPlugin.Engine;

/// <summary>The table between loader and engine, as <c>aot/loader/engine.h</c> has it and explains it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EngineContract
{
    /// <summary>What this engine understands: <c>ENGINE_CONTRACT_VERSION</c>.</summary>
    public const uint CurrentVersion = 1;

    /// <summary>Version of the loader's table.</summary>
    public uint Version;

    /// <summary>Size of the loader's table.</summary>
    public uint Bytes;

    /// <summary>What VST3 hosts are to call for a block of audio.</summary>
    public nint Vst3ProcessEntry;

    /// <summary>What CLAP hosts are to call for a block of audio.</summary>
    public nint ClapProcessEntry;

    /// <summary>The folder of the engines, in the file system's own encoding; stays valid.</summary>
    public byte* Folder;

    /// <summary>Set by the engine: what <see cref="Vst3ProcessEntry"/> calls.</summary>
    public nint Vst3Process;

    /// <summary>Set by the engine: what <see cref="ClapProcessEntry"/> calls.</summary>
    public nint ClapProcess;

    /// <summary>Set by the engine: gives VST3's factory.</summary>
    public nint Vst3Factory;

    /// <summary>Set by the engine: gives CLAP's factories by their ids.</summary>
    public nint ClapFactory;
}
