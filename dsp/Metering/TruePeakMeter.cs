namespace NamPlugin.Dsp.Metering;

/// <summary>
/// The peak between the samples, after ITU-R BS.1770-4, annex 2: the signal is interpolated four times over and the largest magnitude kept.
/// Our interpolator is a Kaiser-windowed sinc with 32 taps for each of the three points between two samples. [main-thread]
/// </summary>
public sealed class TruePeakMeter
{
    private const int Oversampling = 4;
    private const int Taps = 32;
    private const double KaiserBeta = 8;

    private static readonly float[][] Phases = DesignPhases();

    /// <summary>The last <see cref="Taps"/> samples, written twice so that a window never wraps.</summary>
    private readonly float[] _history = new float[2 * Taps];
    private int _next;

    /// <summary>Largest magnitude so far; 1.0 is full scale.</summary>
    public float Peak { get; private set; }

    /// <summary>Adds the next samples of one channel. The points behind the last sample are seen once more samples (or <see cref="Flush"/>) follow.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        foreach (var sample in samples)
        {
            _history[_next] = _history[_next + Taps] = sample;
            _next = (_next + 1) % Taps;
            var window = _history.AsSpan(_next, Taps);
            var peak = Math.Max(Peak, Math.Abs(sample));
            foreach (var phase in Phases)
            {
                var sum = 0f;
                for (var i = 0; i < Taps; i++)
                    sum += phase[i] * window[i];
                peak = Math.Max(peak, Math.Abs(sum));
            }

            Peak = peak;
        }
    }

    /// <summary>Lets the interpolator run out at the end of a recording.</summary>
    public void Flush() => Add(stackalloc float[Taps / 2]);

    private static float[][] DesignPhases()
    {
        var phases = new float[Oversampling - 1][];
        for (var phase = 0; phase < phases.Length; phase++)
            phases[phase] = Design((double)(phase + 1) / Oversampling);
        return phases;
    }

    private static float[] Design(double fraction)
    {
        var taps = new double[Taps];
        double gain = 0;
        for (var i = 0; i < Taps; i++)
        {
            var t = i - (Taps / 2) + 1 - fraction;
            var x = t / (Taps / 2);
            taps[i] = Math.Sin(Math.PI * t) / (Math.PI * t) * BesselI0(KaiserBeta * Math.Sqrt(Math.Max(0, 1 - (x * x)))) / BesselI0(KaiserBeta);
            gain += taps[i];
        }

        return Array.ConvertAll(taps, tap => (float)(tap / gain));
    }

    private static double BesselI0(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > 1e-16 * sum; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
