using System.Numerics;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Spectra;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// The gain that an impulse response needs so that pink noise keeps its RMS within 80 Hz to 8 kHz.
/// </summary>
/// <remarks>
/// Pink noise has the power df / f. Within a band from a to b it is ln(b / a) before the filter H and the integral of |H(f)|^2 df / f behind it.
/// The gain is the root of their ratio. Both channels of a stereo response share one gain, from the mean of their powers, so that the image stays.
/// </remarks>
internal static unsafe class ResponseLevel
{
    private const double LowHz = 80;
    private const double HighHz = 8_000;

    /// <summary>With at least so many points the bins are narrow against the band's lower edge at every rate.</summary>
    private const int SmallestTransform = 1 << 17;

    /// <summary>The linear gain, or infinity when there is no sound in the band.</summary>
    /// <param name="channels">h[channel][time].</param>
    /// <param name="rateHz">Their sample rate.</param>
    public static double PinkNoiseGain(float[][] channels, int rateHz)
    {
        var size = Math.Max(SmallestTransform, (int)BitOperations.RoundUpToPowerOf2((uint)channels[0].Length));
        using var fft = new RealFft(size);
        using var memory = new NativeBuffer<float>(size + (4 * fft.PlaneLength));
        var re = memory.Pointer + size;
        var im = re + fft.PlaneLength;
        double power = 0;
        foreach (var channel in channels)
        {
            memory.Span[..size].Clear();
            channel.CopyTo(memory.Span);
            fft.Forward(memory.Pointer, re, im, im + fft.PlaneLength);
            power += BandPower(re, im, fft.BinCount, (double)rateHz / size) / channels.Length;
        }

        var high = Math.Min(HighHz, rateHz / 2.0);
        return Math.Sqrt(Math.Log(high / LowHz) / power);
    }

    /// <summary>The integral of |H|^2 df / f, each bin standing for the frequencies around it as far as they lie in the band.</summary>
    private static double BandPower(float* re, float* im, int bins, double binHz)
    {
        double power = 0;
        for (var bin = 1; bin < bins; bin++)
        {
            var from = Math.Max(LowHz, (bin - 0.5) * binHz);
            var to = Math.Min(HighHz, Math.Min(bin + 0.5, bins - 1) * binHz);
            if (from < to)
                power += (((double)re[bin] * re[bin]) + ((double)im[bin] * im[bin])) * Math.Log(to / from);
        }

        return power;
    }
}
