using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;
using NamPlugin.Host.Requests;

namespace NamPlugin.Host.Clap;

/// <summary>The parameter events of one process or flush call, and the place where the plugin pushes its own.</summary>
internal sealed unsafe class ClapEventList : IDisposable
{
    private const ushort ParameterValue = 5, ParameterModulation = 6, GestureBegin = 7, GestureEnd = 8;
    private readonly nint _owner;
    private readonly List* _list;
    private int _capacity;

    /// <summary>Makes an empty list.</summary>
    /// <param name="owner">Handle of the <see cref="ClapHostedPlugin"/>, which records what the plugin pushes.</param>
    public ClapEventList(nint owner)
    {
        _owner = owner;
        _list = NativeMemoryBlock.Allocate<List>();
        Input = NativeMemoryBlock.Allocate<ClapInputEvents>();
        *Input = new ClapInputEvents { Context = _list, Size = &Size, Get = &Get };
        Output = NativeMemoryBlock.Allocate<ClapOutputEvents>();
        *Output = new ClapOutputEvents { Context = _owner, TryPush = &TryPush };
    }

    public ClapInputEvents* Input { get; }

    public ClapOutputEvents* Output { get; }

    /// <summary>Replaces the events.</summary>
    public void Set(ReadOnlySpan<AutomationPoint> changes, Func<uint, HostedParameter> parameterOf, Func<uint, nint> cookieOf)
    {
        if (changes.Length > _capacity)
        {
            NativeMemoryBlock.Free(_list->Events);
            _capacity = changes.Length;
            _list->Events = NativeMemoryBlock.Allocate<ClapParameterEvent>(_capacity);
        }

        _list->Count = (uint)changes.Length;
        for (var i = 0; i < changes.Length; i++)
        {
            var change = changes[i];
            var parameter = parameterOf(change.ParameterId);
            _list->Events[i] = new ClapParameterEvent
            {
                Header = new ClapEventHeader
                {
                    Size = (uint)sizeof(ClapParameterEvent),
                    Time = checked((uint)change.Frame),
                    Type = change.Kind == AutomationKind.Modulation ? ParameterModulation : ParameterValue,
                },
                ParameterId = change.ParameterId,
                Cookie = (void*)cookieOf(change.ParameterId),
                NoteId = -1,
                PortIndex = -1,
                Channel = -1,
                Key = -1,
                Value = change.Kind == AutomationKind.Normalized ? parameter.Minimum + change.Value * (parameter.Maximum - parameter.Minimum) : change.Value,
            };
        }
    }

    public void Dispose()
    {
        NativeMemoryBlock.Free(_list->Events);
        NativeMemoryBlock.Free(_list);
        NativeMemoryBlock.Free(Input);
        NativeMemoryBlock.Free(Output);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static uint Size(ClapInputEvents* self) => ((List*)self->Context)->Count;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapEventHeader* Get(ClapInputEvents* self, uint index)
    {
        var list = (List*)self->Context;
        return index < list->Count ? &list->Events[index].Header : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TryPush(ClapOutputEvents* self, ClapEventHeader* pushed)
    {
        var plugin = (ClapHostedPlugin)GCHandle.FromIntPtr(self->Context).Target!;
        if (pushed->SpaceId != 0)
            return 0;
        ParameterEdit? edit = pushed->Type switch
        {
            ParameterValue => new ParameterEdit(ParameterEditKind.Value, ((ClapParameterEvent*)pushed)->ParameterId, ((ClapParameterEvent*)pushed)->Value),
            GestureBegin => new ParameterEdit(ParameterEditKind.Begin, ((ClapGestureEvent*)pushed)->ParameterId, 0),
            GestureEnd => new ParameterEdit(ParameterEditKind.End, ((ClapGestureEvent*)pushed)->ParameterId, 0),
            _ => null,
        };
        if (edit is null)
            return 0;
        plugin.Requests.Edits.Enqueue(edit.Value);
        return 1;
    }

    private struct List
    {
        public ClapParameterEvent* Events;
        public uint Count;
    }
}
