using NamPlugin.Dsp.Chain;

namespace NamPlugin.Dsp.Metering;

/// <summary>
/// Levels over time and frequency for looking at: one Hann-windowed transform per column, columns spread evenly over the recording.
/// A sine at full scale reads 0 dB at its peak. [main-thread]
/// </summary>
public sealed class Spectrogram
{
    private readonly float[][] _columns;
    private readonly double _binHz;

    private Spectrogram(float[][] columns, double binHz)
    {
        _columns = columns;
        _binHz = binHz;
    }

    /// <summary>The strongest bin of all; negative infinity for silence.</summary>
    public double PeakDb
    {
        get
        {
            var peak = float.NegativeInfinity;
            foreach (var spectrum in _columns)
            {
                foreach (var level in spectrum)
                    peak = Math.Max(peak, level);
            }

            return peak;
        }
    }

    /// <summary>Analyses a recording.</summary>
    /// <param name="samples">The recording, one channel.</param>
    /// <param name="sampleRateHz">Frames per second.</param>
    /// <param name="columns">Number of moments to look at, the first at the start, the last at the end.</param>
    /// <param name="fftSize">Length of the window, a power of two.</param>
    public static Spectrogram Of(ReadOnlySpan<float> samples, double sampleRateHz, int columns, int fftSize = 4096)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var fft = new DoubleFft(fftSize);
        var re = new double[fftSize];
        var im = new double[fftSize];
        var window = HannWindow.Periodic(fftSize);
        var levels = new float[columns][];
        for (var column = 0; column < columns; column++)
        {
            var centre = columns == 1 ? samples.Length / 2 : (long)column * samples.Length / (columns - 1);
            Array.Clear(im);
            for (var i = 0; i < fftSize; i++)
            {
                var at = centre - (fftSize / 2) + i;
                re[i] = at < 0 || at >= samples.Length ? 0 : window[i] * samples[(int)at];
            }

            fft.Transform(re, im);
            var spectrum = levels[column] = new float[(fftSize / 2) + 1];

            // The window's sum is half its length, and a sine splits into two bins: a quarter of the length is full scale.
            for (var k = 0; k < spectrum.Length; k++)
                spectrum[k] = (float)Decibels.FromGain(Math.Sqrt((re[k] * re[k]) + (im[k] * im[k])) / (fftSize / 4.0));
        }

        return new Spectrogram(levels, sampleRateHz / fftSize);
    }

    /// <summary>Level in dB of one column between two frequencies: the strongest bin, or interpolated where the band is narrower than a bin.</summary>
    public double LevelDb(int column, double fromHz, double toHz)
    {
        var spectrum = _columns[column];
        var (low, high) = (fromHz / _binHz, toHz / _binHz);
        if (high - low < 1)
        {
            var middle = Math.Clamp((low + high) / 2, 0, spectrum.Length - 1);
            var bin = Math.Min((int)middle, spectrum.Length - 2);
            var (a, b) = (Math.Max(spectrum[bin], -400), Math.Max(spectrum[bin + 1], -400));
            return a + ((b - a) * (middle - bin));
        }

        var peak = double.NegativeInfinity;
        for (var bin = Math.Max(0, (int)Math.Round(low)); bin <= Math.Min(spectrum.Length - 1, (int)Math.Round(high)); bin++)
            peak = Math.Max(peak, spectrum[bin]);
        return peak;
    }
}
