using System.Numerics;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Resampling;
using NamPlugin.Dsp.Spectra;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// Brings an impulse response to another sample rate: the magnitude of its frequency response stays, up to 0.45 of the lower rate, and nothing
/// sounds before its first sample.
/// </summary>
/// <remarks>
/// A resampling filter rings before and after each sample. Cutting off what comes before the response's beginning would bend its spectrum (for a
/// response that begins at full level by many dB), and keeping it would add its length to the latency. So the ringing is turned to come behind,
/// by giving the filter its <see cref="MinimumPhase"/>. What remains is a delay of about three samples of the lower rate.
/// </remarks>
internal static unsafe class ResponseRate
{
    /// <summary>Room for the ringing to die away in, so that it does not come round to the beginning.</summary>
    private const int RoomSamples = 8192;

    /// <summary>All channels at the new rate, scaled so that convolution with them is as loud as before. [main-thread]</summary>
    /// <param name="channels">h[channel][time], one length.</param>
    /// <param name="fromHz">Their sample rate.</param>
    /// <param name="toHz">The new one.</param>
    public static float[][] Convert(float[][] channels, int fromHz, int toHz)
    {
        if (fromHz == toHz)
            return channels;
        using var resampler = new Resampler(fromHz, toHz);
        var phase = new MinimumPhase(resampler.Lowpass);
        return Array.ConvertAll(channels, channel =>
        {
            var converted = resampler.ResampleWithRinging(channel);
            MoveRingingBehind(converted, resampler.RingingSamples, phase, toHz);
            foreach (ref var tap in converted.AsSpan())
                tap *= (float)fromHz / toHz;
            return converted;
        });
    }

    /// <summary>Turns each bin by the minimum phase and forward by the room that the symmetric filter took before the beginning.</summary>
    private static void MoveRingingBehind(float[] x, int leadSamples, MinimumPhase phase, int rateHz)
    {
        using var fft = new RealFft((int)BitOperations.RoundUpToPowerOf2((uint)(x.Length + RoomSamples)));
        using var memory = new NativeBuffer<float>(checked(fft.Size + (4 * fft.PlaneLength)));
        var re = memory.Pointer + fft.Size;
        var im = re + fft.PlaneLength;
        var scratch = im + fft.PlaneLength;
        x.CopyTo(memory.Span);
        fft.Forward(memory.Pointer, re, im, scratch);
        for (var bin = 0; bin < fft.BinCount; bin++)
        {
            var cycles = (double)bin / fft.Size;
            var turn = phase.At(cycles * rateHz) + (2 * Math.PI * Math.IEEERemainder(cycles * leadSamples, 1));
            var turned = new Complex(re[bin], im[bin]) * Complex.FromPolarCoordinates(1, turn);
            (re[bin], im[bin]) = ((float)turned.Real, (float)turned.Imaginary);
        }

        im[0] = 0;
        im[fft.BinCount - 1] = 0;
        fft.Inverse(re, im, memory.Pointer, scratch);
        memory.Span[..x.Length].CopyTo(x);
    }
}
