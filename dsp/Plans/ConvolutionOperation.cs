namespace NamPlugin.Dsp.Plans;

/// <summary>
/// The tail of a long impulse response, by partitioned FFT: y[t] = head[t] + sum over i &gt;= <see cref="FirstTap"/> of taps[i] * x[t - i], channel by
/// channel. The first taps are a dense operation, whose result is the head: so nothing is late.
/// </summary>
public sealed record ConvolutionOperation : Operation
{
    /// <summary>Taps that the tail leaves to the head.</summary>
    public const int FirstTap = Convolution.ConvolutionKernel.SlotSamples;

    /// <summary>The input; channel c feeds destination channel c.</summary>
    public required Signal Source { get; init; }

    /// <summary>The part of the sum that is already there; as many channels as the destination.</summary>
    public required Signal Head { get; init; }

    /// <summary>Offset into <see cref="LayerPlan.Constants"/> of all taps, newest sample first.</summary>
    public required int Taps { get; init; }

    /// <summary>Number of taps, those of the head included.</summary>
    public required int TapCount { get; init; }

    /// <inheritdoc/>
    public override int SourceCount => 2;

    /// <inheritdoc/>
    public override Signal SourceAt(int index) => index == 0 ? Source : Head;
}
