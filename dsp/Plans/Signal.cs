namespace NamPlugin.Dsp.Plans;

/// <summary>A named x[channel][time] that operations read and write. Signals with history are kept in rings, the others only for one chunk.</summary>
public sealed class Signal
{
    internal Signal(int index, string name, int channels)
    {
        Index = index;
        Name = name;
        Channels = channels;
    }

    /// <summary>Position in <see cref="LayerPlan.Signals"/>.</summary>
    public int Index { get; }

    /// <summary>Where it comes from, for people and for the comments of generated code: <c>array0.layer3.input</c>.</summary>
    public string Name { get; }

    /// <summary>Number of planes.</summary>
    public int Channels { get; }

    /// <summary>How far back an operation reaches, in samples; 0 for a signal that lives for one chunk.</summary>
    public int HistorySamples { get; internal set; }
}
