using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>The parameter changes in a host's event list, read where they lie.</summary>
internal unsafe struct ClapParameterEvents : IParameterEvents
{
    private readonly ClapInputEvents* _list;
    private readonly uint _count;
    private uint _next;
    private int _frame;

    /// <summary>All events of a list, which may be null. [audio-thread]</summary>
    public ClapParameterEvents(ClapInputEvents* list)
    {
        _list = list;
        _count = list == null ? 0 : list->GetSize(list);
    }

    /// <inheritdoc/>
    public bool TryNext(out ParameterChange change)
    {
        while (_next < _count)
        {
            var header = _list->Get(_list, _next++);
            if (header != null && TryRead(header, out change))
                return true;
        }

        change = default;
        return false;
    }

    // Values and modulations meant for single notes count for all: there are no notes here.
    private bool TryRead(ClapEventHeader* header, out ParameterChange change)
    {
        change = default;
        if (header->SpaceId != ClapEventHeader.CoreSpace || header->Type is not (ClapEventHeader.ParameterValue or ClapEventHeader.ParameterModulation)
            || header->Size < sizeof(ClapParameterEvent))
            return false;

        var parameter = (ClapParameterEvent*)header;
        var index = ParameterTable.IndexOf(parameter->ParameterId);
        var isModulation = header->Type == ClapEventHeader.ParameterModulation;
        if (index < 0 || (isModulation && !ParameterTable.All[index].Flags.HasFlag(ParameterFlags.Modulatable)))
            return false;

        // Hosts sort their events; one that does not gets its late ones where they can still be heard.
        _frame = (int)Math.Clamp(header->Time, (uint)_frame, int.MaxValue);
        change = new ParameterChange(_frame, index, parameter->Value, isModulation);
        return true;
    }
}
