namespace NamPlugin.Training.Signals;

/// <summary>
/// The electrical side of a pickup: coil, cable and pots resonate near 3.5 kHz and roll off above it; the magnet's field bends the signal
/// slightly; the cable's far end blocks what does not move.
/// </summary>
internal sealed class PickupCircuit
{
    private const double ResonanceHz = 3500;
    private const double ResonanceQ = 1.9;
    private const double LowCutHz = 30;
    private readonly double _b0;
    private readonly double _a1;
    private readonly double _a2;
    private readonly double _lowCut;
    private double _s1;
    private double _s2;
    private double _last;
    private double _high;

    /// <param name="sampleRateHz">Samples per second.</param>
    public PickupCircuit(double sampleRateHz)
    {
        // A second-order low-pass by the bilinear transform (Bristow-Johnson's cookbook form).
        var (sine, cosine) = Math.SinCos(2 * Math.PI * ResonanceHz / sampleRateHz);
        var alpha = sine / (2 * ResonanceQ);
        _b0 = (1 - cosine) / 2 / (1 + alpha);
        _a1 = -2 * cosine / (1 + alpha);
        _a2 = (1 - alpha) / (1 + alpha);
        _lowCut = Math.Exp(-2 * Math.PI * LowCutHz / sampleRateHz);
    }

    public double Next(double x)
    {
        // Nearer to the magnet the same motion induces more.
        x += 0.06 * x * x;
        var y = (_b0 * x) + _s1;
        _s1 = (2 * _b0 * x) - (_a1 * y) + _s2;
        _s2 = (_b0 * x) - (_a2 * y);
        _high = (_lowCut * _high) + (y - _last);
        _last = y;
        return _high;
    }
}
