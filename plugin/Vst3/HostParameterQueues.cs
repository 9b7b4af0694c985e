using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>The queues as the host itself has them. [audio-thread]</summary>
/// <param name="changes">The host's list, or null.</param>
internal readonly struct HostParameterQueues(IParameterChanges changes) : IParameterQueues
{
    /// <inheritdoc/>
    public int Count => changes.IsNull ? 0 : changes.QueueCount;

    /// <inheritdoc/>
    public bool TryOpen(int index, out nint queue, out uint parameterId, out int pointCount)
    {
        var points = changes.Queue(index);
        queue = points.Instance;
        (parameterId, pointCount) = points.IsNull ? default : (points.ParameterId, points.PointCount);
        return !points.IsNull;
    }

    /// <inheritdoc/>
    public bool TryGetPoint(nint queue, int index, out int frame, out double normalized) => IParamValueQueue.At(queue).TryGetPoint(index, out frame, out normalized);
}
