namespace NamPlugin.Dsp.Plans;

/// <summary>One step of a <see cref="LayerPlan"/>. Kernels execute it, the C emitter prints it.</summary>
public abstract record Operation
{
    /// <summary>The signal that receives the result, or null when the step only adds to a running sum.</summary>
    public required Signal? Destination { get; init; }

    /// <summary>A running sum that receives the result too (a WaveNet's head), channel by channel, or null.</summary>
    public Signal? Sum { get; init; }

    /// <summary>Whether this step begins the running sum, so that nobody has to clear it.</summary>
    public bool StartsSum { get; init; }

    /// <summary>Whether the step needs its destination as working memory even when nobody reads it afterwards.</summary>
    internal virtual bool NeedsDestination => true;

    /// <summary>How many signals this step reads, running sums not counted; one may be read twice.</summary>
    public abstract int SourceCount { get; }

    /// <summary>One of the signals that this step reads.</summary>
    public abstract Signal SourceAt(int index);
}
