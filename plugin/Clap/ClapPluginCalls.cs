using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap;

/// <summary><c>clap_plugin</c>: the functions that a host calls on an instance, each passed on to its <see cref="ClapInstance"/>.</summary>
internal static unsafe class ClapPluginCalls
{
    /// <summary>What hosts call as <c>process</c>.</summary>
    public static nint ProcessEntry { get; set; } = ClapShell.Process;

    /// <summary>A new instance, owned by the host until it calls <c>destroy</c>. [thread-safe]</summary>
    public static ClapPlugin* Create(ClapHost* host)
    {
        var plugin = (ClapPlugin*)NativeMemory.Alloc((nuint)sizeof(ClapPlugin));
        *plugin = new ClapPlugin
        {
            Descriptor = ClapDescriptor.Native,
            Instance = GCHandle.ToIntPtr(GCHandle.Alloc(new ClapInstance(host))),
            Init = &Init,
            Destroy = &Destroy,
            Activate = &Activate,
            Deactivate = &Deactivate,
            StartProcessing = &StartProcessing,
            StopProcessing = &StopProcessing,
            Reset = &Reset,
            Process = (delegate* unmanaged<ClapPlugin*, ClapProcess*, int>)ProcessEntry,
            GetExtension = &GetExtension,
            OnMainThread = &OnMainThread,
        };
        return plugin;
    }

    /// <summary><c>clap_plugin.process</c>. [audio-thread]</summary>
    [UnmanagedCallersOnly]
    public static int Process(ClapPlugin* plugin, ClapProcess* process)
    {
        try
        {
            return (int)(process == null ? ClapProcessStatus.Error : ClapInstance.Of(plugin)?.Process(process) ?? ClapProcessStatus.Error);
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return (int)ClapProcessStatus.Error;
        }
    }

    [UnmanagedCallersOnly]
    private static byte Init(ClapPlugin* plugin)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin)?.TryInitialize() ?? false);
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static void Destroy(ClapPlugin* plugin)
    {
        if (plugin == null)
            return;
        try
        {
            ClapInstance.Of(plugin)?.Dispose();
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }

        GCHandle.FromIntPtr(plugin->Instance).Free();
        NativeMemory.Free(plugin);
    }

    [UnmanagedCallersOnly]
    private static byte Activate(ClapPlugin* plugin, double sampleRateHz, uint minimumFrames, uint maximumFrames)
    {
        try
        {
            return ClapBool.From(ClapInstance.Of(plugin)?.TryActivate(sampleRateHz, maximumFrames) ?? false);
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static void Deactivate(ClapPlugin* plugin)
    {
        try
        {
            ClapInstance.Of(plugin)?.Deactivate();
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    [UnmanagedCallersOnly]
    private static byte StartProcessing(ClapPlugin* plugin) => ClapBool.True;

    [UnmanagedCallersOnly]
    private static void StopProcessing(ClapPlugin* plugin)
    {
        // Nothing runs between blocks.
    }

    [UnmanagedCallersOnly]
    private static void Reset(ClapPlugin* plugin)
    {
        try
        {
            ClapInstance.Of(plugin)?.Reset();
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    [UnmanagedCallersOnly]
    private static void* GetExtension(ClapPlugin* plugin, byte* id)
    {
        try
        {
            return ClapExtensions.Find(ClapText.Read(id));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return null;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnMainThread(ClapPlugin* plugin)
    {
        try
        {
            ClapInstance.Of(plugin)?.Host.AnnounceDue();
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }
}
