namespace NamPlugin.Dsp.Resampling;

/// <summary>
/// Changes the sample rate of whole recordings, in place: output sample n lies exactly at the time n / <see cref="RateRatio.ToHz"/> of the
/// input. Flat to 0.45 of the lower rate within 0.001 dB, nothing beyond half of it (-100 dB).
/// </summary>
public sealed unsafe class Resampler : IDisposable
{
    private const int BlockSamples = 4096;

    private readonly PolyphaseTable _table;

    /// <summary>Designs the filter for a pair of rates. [main-thread]</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not positive.</exception>
    public Resampler(int fromHz, int toHz)
    {
        var ratio = new RateRatio(fromHz, toHz);
        var lowpass = KaiserLowpass.Design(0.45 * ratio.LowerHz, ratio.LowerHz);
        var reach = (long)Math.Ceiling(lowpass.HalfWidthSeconds * ratio.GridHz);
        Lowpass = lowpass.Stretch(reach / ratio.GridHz);
        _table = new PolyphaseTable(ratio, Lowpass, reach);
    }

    /// <summary>The two rates.</summary>
    public RateRatio Ratio => _table.Ratio;

    /// <summary>The filter between them.</summary>
    public KaiserLowpass Lowpass { get; }

    /// <summary>Output samples before and behind a sound over which the filter rings.</summary>
    public int RingingSamples => (int)((_table.Reach + Ratio.Down - 1) / Ratio.Down);

    /// <summary>Output samples that cover an input of the given length.</summary>
    /// <exception cref="OverflowException">There would be more than 2^31 of them.</exception>
    public int OutputLength(int inputLength) => checked((int)((((long)inputLength * Ratio.Up) + Ratio.Down - 1) / Ratio.Down));

    /// <summary>One channel at the other rate, <see cref="OutputLength"/> samples. [main-thread]</summary>
    public float[] Resample(ReadOnlySpan<float> x) => Run(x, 0, OutputLength(x.Length));

    /// <summary>
    /// The same with <see cref="RingingSamples"/> more on either side: nothing of the filter's answer is lost, which matters where the sound
    /// begins or ends at full level, as impulse responses do. [main-thread]
    /// </summary>
    public float[] ResampleWithRinging(ReadOnlySpan<float> x) => Run(x, RingingSamples, checked(OutputLength(x.Length) + (2 * RingingSamples)));

    /// <summary>
    /// A stream for one channel of a recording that is too long to be held: push its blocks and pull what is available; at the end push silence
    /// until <see cref="OutputLength"/> samples have come. This object must outlive it. [main-thread]
    /// </summary>
    /// <param name="blockSamples">The longest block that is pushed at once.</param>
    public PolyphaseResampler OpenStream(int blockSamples) => new(_table, 0, blockSamples);

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private float[] Run(ReadOnlySpan<float> x, int lead, int length)
    {
        // A delay by whole output samples is the same as that many samples before the beginning.
        using var stream = new PolyphaseResampler(_table, (long)lead * Ratio.Down, BlockSamples);
        var y = new float[length];
        var zeros = new float[BlockSamples];
        var done = 0;
        fixed (float* input = x, output = y, silence = zeros)
        {
            for (var taken = 0; done < length; taken += BlockSamples)
            {
                var rest = Math.Max(0, x.Length - taken);
                stream.Push(rest > 0 ? input + taken : silence, rest > 0 ? Math.Min(rest, BlockSamples) : BlockSamples);
                var count = Math.Min(stream.Available, length - done);
                stream.Pull(output + done, count);
                done += count;
            }
        }

        return y;
    }
}
