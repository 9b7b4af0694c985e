using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;
using NamPlugin.Host.Requests;

namespace NamPlugin.Host.Clap;

/// <summary>
/// What the host offers a plugin: the functions of clap_host and of the extensions that it has, filled once. Each finds its plugin through the handle in
/// host_data, records what was asked, and records a violation where the thread is not the one that the headers name.
/// </summary>
internal static unsafe class ClapHostTables
{
    private static readonly void* Latency = Table((nint)(delegate* unmanaged[Cdecl]<ClapHost*, void>)&LatencyChanged);
    private static readonly void* Tail = Table((nint)(delegate* unmanaged[Cdecl]<ClapHost*, void>)&TailChanged);
    private static readonly void* State = Table((nint)(delegate* unmanaged[Cdecl]<ClapHost*, void>)&MarkDirty);
    private static readonly void* Log = Table((nint)(delegate* unmanaged[Cdecl]<ClapHost*, int, byte*, void>)&WriteLog);
    private static readonly void* AudioPortsConfig = Table((nint)(delegate* unmanaged[Cdecl]<ClapHost*, void>)&RescanConfigs);
    private static readonly void* Parameters = Table(
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, uint, void>)&RescanParameters,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, uint, uint, void>)&ClearParameter,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, void>)&RequestFlush);
    private static readonly void* AudioPorts = Table(
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, uint, byte>)&IsRescanFlagSupported,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, uint, void>)&RescanPorts);
    private static readonly void* ThreadCheck = Table(
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, byte>)&IsMainThread,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, byte>)&IsAudioThread);
    private static readonly void* Timers = Table(
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, uint, uint*, byte>)&RegisterTimer,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, uint, byte>)&UnregisterTimer);
    private static readonly void* FileDescriptors = Table(
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, int, uint, byte>)&RegisterFd,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, int, uint, byte>)&ModifyFd,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, int, byte>)&UnregisterFd);

    private static readonly void* TrackInfo = Table((nint)(delegate* unmanaged[Cdecl]<ClapHost*, ClapTrackInfo*, byte>)&GetTrack);
    private static readonly void* ResourceDirectory = Table(
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, byte, byte>)&RequestDirectory,
        (nint)(delegate* unmanaged[Cdecl]<ClapHost*, byte, void>)&ReleaseDirectory);
    private static delegate* unmanaged[Cdecl]<ClapHost*, void> s_requestCallback = &RequestCallback;

    /// <summary>
    /// Puts native functions in place of those that a plugin may call on its audio thread, so that the thread need not be managed. What they are
    /// told, <see cref="Requests.HostRequests"/> does not hear. Before any instance exists.
    /// </summary>
    public static void UseNative(NativeHostCalls calls)
    {
        *(nint*)Tail = calls.TailChanged;
        ((nint*)ThreadCheck)[0] = calls.IsMainThread;
        ((nint*)ThreadCheck)[1] = calls.IsAudioThread;
        s_requestCallback = (delegate* unmanaged[Cdecl]<ClapHost*, void>)calls.RequestCallback;
    }

    /// <summary>A clap_host whose host_data is <paramref name="owner"/>.</summary>
    public static ClapHost Host(nint owner) => new()
    {
        Version = new ClapVersion { Major = 1, Minor = 2, Revision = 2 },
        HostData = owner,
        Name = Utf8Text.Pointer("NamPlugin test host"u8),
        Vendor = Utf8Text.Pointer("NamPlugin"u8),
        Url = Utf8Text.Pointer(""u8),
        HostVersion = Utf8Text.Pointer("1.0"u8),
        GetExtension = &GetExtension,
        RequestRestart = &RequestRestart,
        RequestProcess = &RequestProcess,
        RequestCallback = s_requestCallback,
    };

    private static ClapHostedPlugin Plugin(ClapHost* host) => (ClapHostedPlugin)GCHandle.FromIntPtr(host->HostData).Target!;

    private static HostRequests OnMainThread(ClapHost* host, [CallerMemberName] string caller = "")
    {
        var plugin = Plugin(host);
        if (!plugin.IsMainThread)
            plugin.Requests.Violations.Enqueue($"{caller} belongs to the main thread");
        return plugin.Requests;
    }

    private static HostRequests OffTheAudioThread(ClapHost* host, [CallerMemberName] string caller = "")
    {
        var plugin = Plugin(host);
        if (plugin.IsAudioThread)
            plugin.Requests.Violations.Enqueue($"{caller} does not belong to the audio thread");
        return plugin.Requests;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtension(ClapHost* host, byte* id) => Utf8Text.Read(id) switch
    {
        "clap.params" => Parameters,
        "clap.audio-ports" => AudioPorts,
        "clap.audio-ports-config" => AudioPortsConfig,
        "clap.state" => State,
        "clap.latency" => Latency,
        "clap.tail" => Tail,
        "clap.log" => Log,
        "clap.preset-load/2" => ClapHostedPlugin.HostPresetLoad,
        "clap.thread-check" => ThreadCheck,
        "clap.timer-support" => Timers,
        "clap.posix-fd-support" => FileDescriptors,
        "clap.track-info/1" => TrackInfo,
        "clap.resource-directory/1" => ResourceDirectory,
        _ => null,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestRestart(ClapHost* host) => Plugin(host).Requests.AddRestart();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestProcess(ClapHost* host) => Plugin(host).Requests.AddProcessCall();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestCallback(ClapHost* host)
    {
        Plugin(host).Requests.AddCallback();
        Interlocked.Increment(ref ((ClapHostMemory*)host)->CallbacksWaiting);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LatencyChanged(ClapHost* host)
    {
        var requests = OnMainThread(host);
        requests.AddLatencyChange();
        if (!Plugin(host).IsActivating)
            requests.Violations.Enqueue("LatencyChanged belongs into activate");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void TailChanged(ClapHost* host)
    {
        var plugin = Plugin(host);
        plugin.Requests.AddTailChange();
        if (!plugin.IsAudioThread)
            plugin.Requests.Violations.Enqueue("TailChanged belongs to the audio thread");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void MarkDirty(ClapHost* host) => OnMainThread(host).AddDirtyMark();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteLog(ClapHost* host, int severity, byte* text) => Plugin(host).Requests.Log.Enqueue(new LogLine(severity, Utf8Text.Read(text)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanParameters(ClapHost* host, uint flags)
    {
        const uint values = 1, all = 8;
        var requests = OnMainThread(host);
        if ((flags & values) != 0)
            requests.AddValueChange();
        if ((flags & ~values) != 0)
            requests.AddInfoChange();
        if ((flags & all) != 0 && Plugin(host).Setup is not null)
            requests.Violations.Enqueue("RescanParameters with CLAP_PARAM_RESCAN_ALL is for a plugin that is not active");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ClearParameter(ClapHost* host, uint id, uint flags) => OnMainThread(host).AddInfoChange();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestFlush(ClapHost* host) => OffTheAudioThread(host).AddFlush();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsRescanFlagSupported(ClapHost* host, uint flag)
    {
        OnMainThread(host);
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanPorts(ClapHost* host, uint flags)
    {
        const uint names = 1;
        var requests = OnMainThread(host);
        requests.AddPortChange();
        if ((flags & ~names) != 0 && Plugin(host).Setup is not null)
            requests.Violations.Enqueue("RescanPorts of more than names is for a plugin that is not active");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanConfigs(ClapHost* host) => OnMainThread(host).AddPortChange();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsMainThread(ClapHost* host) => Plugin(host).IsMainThread ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsAudioThread(ClapHost* host) => Plugin(host).IsAudioThread ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RegisterTimer(ClapHost* host, uint periodMilliseconds, uint* id)
    {
        OnMainThread(host);
        *id = Plugin(host).AddTimer(periodMilliseconds);
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte UnregisterTimer(ClapHost* host, uint id)
    {
        OnMainThread(host);
        return Plugin(host).Loop.TryRemoveTimer(id) ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RegisterFd(ClapHost* host, int descriptor, uint flags)
    {
        OnMainThread(host);
        return Plugin(host).TryAddDescriptor(descriptor, flags) ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ModifyFd(ClapHost* host, int descriptor, uint flags)
    {
        OnMainThread(host);
        var plugin = Plugin(host);
        return plugin.Loop.TryRemoveDescriptor(descriptor) && plugin.TryAddDescriptor(descriptor, flags) ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte UnregisterFd(ClapHost* host, int descriptor)
    {
        OnMainThread(host);
        return Plugin(host).Loop.TryRemoveDescriptor(descriptor) ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte GetTrack(ClapHost* host, ClapTrackInfo* info)
    {
        OnMainThread(host);
        return Plugin(host).TryGetTrack(info) ? (byte)1 : (byte)0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte RequestDirectory(ClapHost* host, byte isShared)
    {
        OnMainThread(host);
        Plugin(host).DirectoryRequests.Add(isShared != 0);
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseDirectory(ClapHost* host, byte isShared)
    {
        OnMainThread(host);
        Plugin(host).DirectoryRequests.Remove(isShared != 0);
    }

    // A table lives as long as the process: a plugin may keep it until it is destroyed.
    private static void* Table(params ReadOnlySpan<nint> functions)
    {
        var table = NativeMemoryBlock.Allocate<nint>(functions.Length);
        functions.CopyTo(new Span<nint>(table, functions.Length));
        return table;
    }
}
