namespace NamPlugin.Dsp.Plans;

/// <summary>A long impulse response by partitioned FFT: y[t] = bias + sum over i of taps[i] * x[t - i], channel by channel.</summary>
public sealed record ConvolutionOperation : Operation
{
    /// <summary>The input; channel c feeds destination channel c.</summary>
    public required Signal Source { get; init; }

    /// <summary>Offset into <see cref="LayerPlan.Constants"/> of the taps, newest sample first.</summary>
    public required int Taps { get; init; }

    /// <summary>Number of taps.</summary>
    public required int TapCount { get; init; }

    /// <summary>The constant that is added.</summary>
    public required float Bias { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Signal> Sources => [Source];
}
