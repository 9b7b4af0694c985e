using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap;

/// <summary>
/// Changes made by hand inside the plugin, on their way to the host, which takes them as events with a block or a flush and may record them. One
/// thread posts, one at a time sends; neither waits.
/// </summary>
internal sealed unsafe class ClapEditQueue : IDisposable
{
    private const int Capacity = 256;

    private readonly NativeBuffer<ClapEdit> _edits = new(Capacity);

    // Counted without end; the difference is what waits.
    private uint _posted;
    private uint _sent;

    /// <summary>Adds edits behind the others. [main-thread]</summary>
    /// <returns>False, and none added, where there is no room for all: the host has taken nothing for long.</returns>
    public bool TryPost(params ReadOnlySpan<ClapEdit> edits)
    {
        if (edits.Length > Capacity - (int)(_posted - Volatile.Read(ref _sent)))
            return false;
        for (var i = 0; i < edits.Length; i++)
            _edits[(int)((_posted + (uint)i) % Capacity)] = edits[i];
        Volatile.Write(ref _posted, _posted + (uint)edits.Length);
        return true;
    }

    /// <summary>Gives the host what waits; what it has no room for waits on. [audio-thread], or [main-thread] while not active</summary>
    /// <param name="list">The host's list, which may be null.</param>
    public void Send(ClapOutputEvents* list)
    {
        if (list == null)
            return;
        var posted = Volatile.Read(ref _posted);
        var sent = _sent;
        while (sent != posted && TryPush(list, _edits[(int)(sent % Capacity)]))
            sent++;
        Volatile.Write(ref _sent, sent);
    }

    /// <inheritdoc/>
    public void Dispose() => _edits.Dispose();

    private static bool TryPush(ClapOutputEvents* list, in ClapEdit edit)
    {
        var header = new ClapEventHeader { SpaceId = ClapEventHeader.CoreSpace, Type = edit.EventType, Flags = ClapEventHeader.IsLive };
        if (edit.EventType != ClapEventHeader.ParameterValue)
        {
            header.Size = (uint)sizeof(ClapGestureEvent);
            var gesture = new ClapGestureEvent { Header = header, ParameterId = edit.ParameterId };
            return list->TryPush(list, &gesture.Header) != ClapBool.False;
        }

        // -1: every note, port, channel and key.
        header.Size = (uint)sizeof(ClapParameterEvent);
        var value = new ClapParameterEvent { Header = header, ParameterId = edit.ParameterId, NoteId = -1, PortIndex = -1, Channel = -1, Key = -1, Value = edit.Value };
        return list->TryPush(list, &value.Header) != ClapBool.False;
    }
}
