namespace NamPlugin.Dsp.Plans;

/// <summary>FiLM: y[c] = x[c] * scale[c] (+ shift[c]) (+ addend[c]). The modulation signal holds the scales, then the shifts.</summary>
public sealed record ModulateOperation : Operation
{
    /// <summary>The signal to modulate.</summary>
    public required Signal Source { get; init; }

    /// <summary>scale[channel][time], followed by shift[channel][time] when <see cref="HasShift"/>.</summary>
    public required Signal Modulation { get; init; }

    /// <summary>Whether shifts are added.</summary>
    public required bool HasShift { get; init; }

    /// <summary>A signal to add, channel by channel, or null.</summary>
    public Signal? Addend { get; init; }

    /// <inheritdoc/>
    public override int SourceCount => Addend is null ? 2 : 3;

    /// <inheritdoc/>
    public override Signal SourceAt(int index) => index switch { 0 => Source, 1 => Modulation, _ => Addend! };
}
