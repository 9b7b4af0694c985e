using System.Runtime.InteropServices;
using NamPlugin.Host.Clap;

namespace NamPlugin.Realtime.Playing;

/// <summary>The functions of <c>Native/player.h</c> and what stands beside it, in a library beside the program.</summary>
internal static unsafe partial class PlayerLibrary
{
    private const string Name = "nam-realtime-player";

    /// <summary>Address of the null plugin's process function.</summary>
    public static nint ControlCopy => Address("control_copy");

    /// <summary>Address of the process function that does all that must not be done.</summary>
    public static nint ControlMisbehave => Address("control_misbehave");

    /// <summary>What a CLAP plugin may call on its audio thread.</summary>
    public static NativeHostCalls HostCalls => new(
        TailChanged: Address("host_calls_ignore"),
        IsMainThread: Address("host_calls_is_main_thread"),
        IsAudioThread: Address("host_calls_is_audio_thread"),
        RequestCallback: Address("host_calls_request_callback"));

    /// <summary>Whether the watch stands before the C library in this process.</summary>
    public static bool IsWatched => IsWatchedNative() != 0;

    /// <summary>Bytes of a <c>struct automation</c>.</summary>
    public static int AutomationBytes { get; } = CheckedLayout();

    [LibraryImport(Name, EntryPoint = "player_start")]
    public static partial int Start(NativePlayer* player);

    [LibraryImport(Name, EntryPoint = "player_join")]
    public static partial int Join(NativePlayer* player);

    [LibraryImport(Name, EntryPoint = "automation_init")]
    public static partial void InitAutomation(void* automation);

    [LibraryImport(Name, EntryPoint = "automation_add")]
    public static partial int AddToAutomation(void* automation, uint id, double minimum, double maximum, long firstFrame, long periodFrames);

    [LibraryImport(Name, EntryPoint = "player_is_watched")]
    private static partial int IsWatchedNative();

    [LibraryImport(Name, EntryPoint = "player_layout")]
    private static partial void Layout(int* bytes);

    private static nint Address(string function) =>
        NativeLibrary.GetExport(NativeLibrary.Load(Name, typeof(PlayerLibrary).Assembly, searchPath: null), function);

    // The structures are written down twice, in C and in C#.
    private static int CheckedLayout()
    {
        var bytes = stackalloc int[4];
        Layout(bytes);
        var (inC, inCSharp) = ((bytes[0], bytes[1], bytes[2]), (sizeof(NativeVoice), sizeof(BlockRecord), sizeof(NativePlayer)));
        return inC == inCSharp
            ? bytes[3]
            : throw new InvalidOperationException($"The structures of Native/player.h have {inC} bytes, those of Playing {inCSharp}.");
    }
}
