using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>
/// The points of all queues of a block, the earliest first: a cursor stands in every queue and the one that is furthest behind moves on. Points
/// are neither copied nor counted, so there may be any number. [audio-thread]
/// </summary>
internal unsafe struct Vst3ParameterEvents : IParameterEvents
{
    /// <summary>Hosts have one queue for a parameter; more than this could not be honest.</summary>
    private const int MostQueues = 256;

    private readonly Queue* _queues;
    private readonly int _count;
    private readonly int _frames;

    /// <summary>Sets a cursor to the first point of each queue.</summary>
    /// <param name="changes">The host's list, or null.</param>
    /// <param name="queues">Room for <paramref name="queueCount"/> cursors, for as long as this is in use.</param>
    /// <param name="queueCount">From <see cref="CountQueues"/>.</param>
    /// <param name="frames">Length of the block; points beyond it count at its end.</param>
    public Vst3ParameterEvents(IParameterChanges changes, Queue* queues, int queueCount, int frames)
    {
        _queues = queues;
        _frames = frames;
        for (var index = 0; index < queueCount; index++)
        {
            var points = changes.Queue(index);
            if (points.IsNull || Vst3Model.Find(points.ParameterId) is not { } parameter)
                continue;
            var queue = queues + _count;
            *queue = new Queue { Points = points, Parameter = parameter.Index, Left = points.PointCount };
            if (MoveOn(queue))
                _count++;
        }
    }

    /// <summary>How many queues there are to look at.</summary>
    public static int CountQueues(IParameterChanges changes) => changes.IsNull ? 0 : Math.Clamp(changes.QueueCount, 0, MostQueues);

    /// <inheritdoc/>
    public bool TryNext(out ParameterChange change)
    {
        Queue* earliest = null;
        for (var queue = _queues; queue < _queues + _count; queue++)
        {
            if (!queue->IsOver && (earliest is null || queue->Frame < earliest->Frame))
                earliest = queue;
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

    private readonly bool MoveOn(Queue* queue)
    {
        while (queue->Next < queue->Left)
        {
            if (!queue->Points.TryGetPoint(queue->Next++, out var frame, out queue->Normalized) || double.IsNaN(queue->Normalized))
                continue;

            // Time does not go back, whatever the host says.
            queue->Frame = Math.Clamp(frame, queue->Frame, _frames);
            return true;
        }

        queue->IsOver = true;
        return false;
    }

    /// <summary>A cursor in one parameter's queue, at the point that comes next.</summary>
    internal struct Queue
    {
        public IParamValueQueue Points;
        public int Parameter;
        public int Next;
        public int Left;
        public int Frame;
        public double Normalized;
        public bool IsOver;
    }
}
