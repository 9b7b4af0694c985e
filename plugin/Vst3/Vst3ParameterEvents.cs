using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Vst3;

/// <summary>
/// The points of all queues of a block, the earliest first: a cursor stands in every queue and the one that is furthest behind moves on. Points
/// are neither copied nor counted, so there may be any number. [audio-thread]
/// </summary>
/// <typeparam name="TQueues">Who reads the points.</typeparam>
internal unsafe ref struct Vst3ParameterEvents<TQueues> : IParameterEvents
    where TQueues : struct, IParameterQueues, allows ref struct
{
    /// <summary>Hosts have one queue for a parameter; more than this could not be honest.</summary>
    private const int MostQueues = 256;

    private readonly TQueues _queues;
    private readonly Vst3ParameterCursor* _cursors;
    private readonly int _count;
    private readonly int _frames;

    /// <summary>Sets a cursor to the first point of each queue.</summary>
    /// <param name="queues">What the host sends with the block.</param>
    /// <param name="cursors">Room for <paramref name="queueCount"/> of them, for as long as this is in use.</param>
    /// <param name="queueCount">From <see cref="CountQueues"/>.</param>
    /// <param name="frames">Length of the block; points beyond it count at its end.</param>
    public Vst3ParameterEvents(TQueues queues, Vst3ParameterCursor* cursors, int queueCount, int frames)
    {
        _queues = queues;
        _cursors = cursors;
        _frames = frames;
        for (var index = 0; index < queueCount; index++)
        {
            if (!queues.TryOpen(index, out var queue, out var parameterId, out var pointCount) || Vst3Model.Find(parameterId) is not { } parameter)
                continue;
            var cursor = cursors + _count;
            *cursor = new Vst3ParameterCursor { Queue = queue, Parameter = parameter.Index, Left = pointCount };
            if (MoveOn(cursor))
                _count++;
        }
    }

    /// <summary>How many queues there are to look at.</summary>
    public static int CountQueues(TQueues queues) => Math.Clamp(queues.Count, 0, MostQueues);

    /// <inheritdoc/>
    public bool TryNext(out ParameterChange change)
    {
        Vst3ParameterCursor* earliest = null;
        for (var cursor = _cursors; cursor < _cursors + _count; cursor++)
        {
            if (!cursor->IsOver && (earliest is null || cursor->Frame < earliest->Frame))
                earliest = cursor;
        }

        if (earliest is null)
        {
            change = default;
            return false;
        }

        change = new ParameterChange(earliest->Frame, earliest->Parameter, ParameterTable.All[earliest->Parameter].ToPlain(earliest->Normalized));
        MoveOn(earliest);
        return true;
    }

    private readonly bool MoveOn(Vst3ParameterCursor* cursor)
    {
        while (cursor->Next < cursor->Left)
        {
            if (!_queues.TryGetPoint(cursor->Queue, cursor->Next++, out var frame, out cursor->Normalized) || double.IsNaN(cursor->Normalized))
                continue;

            // Time does not go back, whatever the host says.
            cursor->Frame = Math.Clamp(frame, cursor->Frame, _frames);
            return true;
        }

        cursor->IsOver = true;
        return false;
    }
}
