using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Spectra;

namespace NamPlugin.Dsp.Resampling;

/// <summary>
/// The phase that a <see cref="KaiserLowpass"/> would have if all its ringing came behind the sound: the only one that goes with its magnitude,
/// begins at once and has a causal inverse.
/// </summary>
/// <remarks>
/// Log magnitude and minimum phase are a Hilbert pair, computed by folding the cepstrum (A. V. Oppenheim and R. W. Schafer, "Discrete-Time Signal
/// Processing", on homomorphic systems). The grid is so fine that the result is causal in continuous time, between the samples of either rate
/// too.
/// </remarks>
internal sealed unsafe class MinimumPhase
{
    private const int Size = 1 << 18;

    /// <summary>Grid rate as a multiple of the low-pass's lower rate.</summary>
    private const int Oversampling = 64;

    /// <summary>The logarithm needs a floor, where the filter stops: -120 dB.</summary>
    private const float SmallestMagnitude = 1e-6f;

    private readonly float[] _radians;
    private readonly double _binHz;

    /// <summary>Computes the phase of one low-pass. [main-thread]</summary>
    public MinimumPhase(KaiserLowpass lowpass)
    {
        var gridHz = 2 * lowpass.StopEdgeHz * Oversampling;
        _binHz = gridHz / Size;
        using var fft = new RealFft(Size);
        using var memory = new NativeBuffer<float>(Size + (4 * fft.PlaneLength));
        var time = memory.Pointer;
        var re = time + Size;
        var im = re + fft.PlaneLength;
        var scratch = im + fft.PlaneLength;

        // Symmetric about time zero, so the spectrum is real.
        time[0] = (float)(lowpass.At(0) / gridHz);
        for (var t = 1; t <= lowpass.HalfWidthSeconds * gridHz; t++)
            time[t] = time[Size - t] = (float)(lowpass.At(t / gridHz) / gridHz);
        fft.Forward(time, re, im, scratch);
        for (var bin = 0; bin < fft.BinCount; bin++)
            (re[bin], im[bin]) = (MathF.Log(MathF.Max(SmallestMagnitude, MathF.Abs(re[bin]))), 0);

        fft.Inverse(re, im, time, scratch);
        for (var t = 1; t < Size / 2; t++)
        {
            time[t] *= 2;
            time[Size - t] = 0;
        }

        fft.Forward(time, re, im, scratch);
        _radians = new ReadOnlySpan<float>(im, fft.BinCount).ToArray();
    }

    /// <summary>The phase at a frequency, in radians, negative as for any delay.</summary>
    public double At(double hz)
    {
        var place = hz / _binHz;
        var bin = (int)place;
        return _radians[bin] + ((place - bin) * (_radians[bin + 1] - _radians[bin]));
    }
}
