namespace NamPlugin.Dsp.Formats.Samples;

/// <summary>
/// Dither with a triangular probability density, two least significant bits wide: it makes the rounding error independent of the signal in mean
/// and power (Lipshitz, Wannamaker and Vanderkooy, "Quantization and Dither", JAES 40, 1992). The value for a sample depends on its place alone,
/// so a file is the same bytes whatever the block size.
/// </summary>
public readonly struct TpdfDither
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private readonly ulong _seed;

    /// <summary>A dither signal; equal seeds give equal signals.</summary>
    public TpdfDither(ulong seed) => _seed = seed;

    /// <summary>The dither for one sample, in units of the least significant bit, within (-1, 1).</summary>
    /// <param name="channel">Channel index; every channel has a signal of its own.</param>
    /// <param name="frame">Frame index from the start of the file.</param>
    public double At(int channel, long frame)
    {
        var bits = Mix(Mix(_seed + (ulong)channel) + ((ulong)frame * GoldenRatio));
        return ((double)(uint)bits - (uint)(bits >> 32)) * (1.0 / 4294967296.0);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    private static ulong Mix(ulong x)
    {
        x += GoldenRatio;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
