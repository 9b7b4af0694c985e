namespace NamPlugin.Plugin.Vst3;

/// <summary>
/// Where the automation points of a block are read from: a queue of points for each parameter that changes. Implemented by structs, so that
/// reading them is no virtual call of ours. [audio-thread]
/// </summary>
internal interface IParameterQueues
{
    /// <summary>How many queues there are.</summary>
    int Count { get; }

    /// <summary>Looks at a queue; false where there is none at that place.</summary>
    /// <param name="index">Place of the queue.</param>
    /// <param name="queue">What <see cref="TryGetPoint"/> knows it by.</param>
    /// <param name="parameterId">The number of its parameter.</param>
    /// <param name="pointCount">Its length.</param>
    bool TryOpen(int index, out nint queue, out uint parameterId, out int pointCount);

    /// <summary>Reads a point; false where the host has none to give.</summary>
    bool TryGetPoint(nint queue, int index, out int frame, out double normalized);
}
