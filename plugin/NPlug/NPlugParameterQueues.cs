using NamPlugin.Plugin.Vst3;
using NPlug;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// The queues of a block through NPlug, all points of them: its own processor reads the last of each. A queue is known by its place, because
/// NPlug's are bound to the stack. [audio-thread]
/// </summary>
internal readonly ref struct NPlugParameterQueues(AudioParameterChanges changes) : IParameterQueues
{
    private readonly AudioParameterChanges _changes = changes;

    /// <inheritdoc/>
    public int Count => _changes.Count;

    /// <inheritdoc/>
    public bool TryOpen(int index, out nint queue, out uint parameterId, out int pointCount)
    {
        var points = _changes.GetParameterData(index);
        queue = index;
        parameterId = (uint)points.ParameterId.Value;
        pointCount = points.PointCount;
        return true;
    }

    /// <inheritdoc/>
    public bool TryGetPoint(nint queue, int index, out int frame, out double normalized)
    {
        normalized = _changes.GetParameterData((int)queue).GetPoint(index, out frame);
        return true;
    }
}
