using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;

namespace NamPlugin.Plugin.Clap;

/// <summary>Everything a host can ask an instance for beyond <c>clap_plugin</c> itself.</summary>
internal static unsafe class ClapExtensions
{
    /// <summary>The function table of an extension, or null for one that is not offered. [thread-safe]</summary>
    public static void* Find(ReadOnlySpan<byte> id)
    {
        if (id.SequenceEqual(AudioPortsExtension.Id))
            return AudioPortsExtension.Table;
        if (id.SequenceEqual(AudioPortsConfigExtension.Id))
            return AudioPortsConfigExtension.Table;
        if (id.SequenceEqual(AudioPortsConfigInfoExtension.Id) || id.SequenceEqual(AudioPortsConfigInfoExtension.DraftId))
            return AudioPortsConfigInfoExtension.Table;
        if (id.SequenceEqual(ParametersExtension.Id))
            return ParametersExtension.Table;
        if (id.SequenceEqual(StateExtension.Id))
            return StateExtension.Table;
        if (id.SequenceEqual(StateContextExtension.Id))
            return StateContextExtension.Table;
        if (id.SequenceEqual(PresetLoadExtension.Id) || id.SequenceEqual(PresetLoadExtension.DraftId))
            return PresetLoadExtension.Table;
        if (id.SequenceEqual(LatencyExtension.Id))
            return LatencyExtension.Table;
        if (id.SequenceEqual(TailExtension.Id))
            return TailExtension.Table;
        if (id.SequenceEqual(RenderExtension.Id))
            return RenderExtension.Table;
        if (id.SequenceEqual(NotePortsExtension.Id))
            return NotePortsExtension.Table;
        if (id.SequenceEqual(RemoteControlsExtension.Id) || id.SequenceEqual(RemoteControlsExtension.DraftId))
            return RemoteControlsExtension.Table;
        if (id.SequenceEqual(ParameterIndicationExtension.Id) || id.SequenceEqual(ParameterIndicationExtension.DraftId))
            return ParameterIndicationExtension.Table;
        if (id.SequenceEqual(ContextMenuExtension.Id) || id.SequenceEqual(ContextMenuExtension.DraftId))
            return ContextMenuExtension.Table;
        if (id.SequenceEqual(TrackInfoExtension.Id) || id.SequenceEqual(TrackInfoExtension.DraftId))
            return TrackInfoExtension.Table;
        if (id.SequenceEqual(ResourceDirectoryExtension.Id))
            return ResourceDirectoryExtension.Table;
        if (id.SequenceEqual(RuntimeCountersExtension.Id))
            return RuntimeCountersExtension.Table;
        return null;
    }

    /// <summary>The host's table of an extension, or null for one that it does not know. From <c>clap_plugin.init</c> on. [thread-safe]</summary>
    public static void* OfHost(ClapHost* host, ReadOnlySpan<byte> id) => host->GetExtension == null ? null : host->GetExtension(host, ClapText.Literal(id));

    /// <summary>The same for an extension that older hosts know by another id.</summary>
    public static void* OfHost(ClapHost* host, ReadOnlySpan<byte> id, ReadOnlySpan<byte> draftId)
    {
        var table = OfHost(host, id);
        return table != null ? table : OfHost(host, draftId);
    }
}
