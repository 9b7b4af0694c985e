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

    /// <summary>The signals that this step reads, running sums not counted.</summary>
    public abstract IEnumerable<Signal> Sources { get; }

    /// <summary>The signals that this step writes.</summary>
    internal IEnumerable<Signal> Results
    {
        get
        {
            if (Destination is { } destination)
                yield return destination;
            if (Sum is { } sum)
                yield return sum;
        }
    }

    /// <summary>The signals that this step reads or writes; one may come more than once.</summary>
    internal IEnumerable<Signal> Signals
    {
        get
        {
            foreach (var source in Sources)
                yield return source;
            foreach (var result in Results)
                yield return result;
        }
    }
}
