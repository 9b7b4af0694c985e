using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Plugin.Clap;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;

namespace NamPlugin.Effect.Tests.Clap;

/// <summary>A CLAP host with a track and a menu, and an instance in it, compiled into this process so that tests see what the instance keeps.</summary>
internal sealed unsafe class StandInHost : IDisposable
{
    private static readonly TrackInfoExtension.HostTable* TrackTable = NativeTable.Keep(new TrackInfoExtension.HostTable { Get = &GetTrack });
    private static readonly ContextMenuExtension.HostTable* MenuTable = NativeTable.Keep(new ContextMenuExtension.HostTable
    {
        Populate = &Populate,
        Perform = &Perform,
        CanPopup = &CanPopup,
        Popup = &Popup,
    });

    private readonly GCHandle _self;
    private readonly ClapHost* _host;

    /// <param name="offered">Ids of the extensions that it has.</param>
    public StandInHost(params string[] offered)
    {
        Offered = offered;
        _self = GCHandle.Alloc(this);
        _host = NativeTable.Keep(new ClapHost { HostData = (void*)GCHandle.ToIntPtr(_self), GetExtension = &GetExtension });
        Plugin = ClapPluginCalls.Create(_host);
    }

    public ClapPlugin* Plugin { get; }

    public ClapInstance Instance => ClapInstance.Of(Plugin)!;

    public string[] Offered { get; }

    public ClapTrackInfo? Track { get; set; }

    /// <summary>What the menu was asked, in order.</summary>
    public List<string> MenuCalls { get; } = [];

    /// <summary>Whether the menu does what it is asked.</summary>
    public bool IsWilling { get; set; } = true;

    public void Dispose()
    {
        Plugin->Destroy(Plugin);
        _self.Free();
        NativeMemory.Free(_host);
    }

    private static StandInHost Of(ClapHost* host) => (StandInHost)GCHandle.FromIntPtr((nint)host->HostData).Target!;

    private static string Describe(ClapContextMenuTarget* target) => $"{target->Kind}:{target->Id}";

    private static byte Note(ClapHost* host, string call)
    {
        Of(host).MenuCalls.Add(call);
        return ClapBool.From(Of(host).IsWilling);
    }

    [UnmanagedCallersOnly]
    private static void* GetExtension(ClapHost* host, byte* id)
    {
        var name = Encoding.UTF8.GetString(ClapText.Read(id));
        if (!Of(host).Offered.Contains(name))
            return null;
        return name.StartsWith("clap.track-info", StringComparison.Ordinal) ? TrackTable : name.StartsWith("clap.context-menu", StringComparison.Ordinal) ? MenuTable : null;
    }

    [UnmanagedCallersOnly]
    private static byte GetTrack(ClapHost* host, ClapTrackInfo* info)
    {
        if (Of(host).Track is not { } track)
            return ClapBool.False;
        *info = track;
        return ClapBool.True;
    }

    [UnmanagedCallersOnly]
    private static byte Populate(ClapHost* host, ClapContextMenuTarget* target, ClapContextMenuBuilder* builder) =>
        Note(host, $"populate {Describe(target)} with {(nint)builder}");

    [UnmanagedCallersOnly]
    private static byte Perform(ClapHost* host, ClapContextMenuTarget* target, uint action) => Note(host, $"perform {Describe(target)} {action}");

    [UnmanagedCallersOnly]
    private static byte CanPopup(ClapHost* host) => Note(host, "can popup");

    [UnmanagedCallersOnly]
    private static byte Popup(ClapHost* host, ClapContextMenuTarget* target, int screen, int x, int y) => Note(host, $"popup {Describe(target)} on {screen} at {x},{y}");
}
