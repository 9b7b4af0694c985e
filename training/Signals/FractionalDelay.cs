namespace NamPlugin.Training.Signals;

/// <summary>A delay line read at any fraction of a sample, by fifth-order Lagrange interpolation: flat in level where strings have energy, and smooth when the delay moves.</summary>
internal sealed class FractionalDelay
{
    private const int Order = 5;
    private const int Size = 2048;
    private readonly double[] _line = new double[Size];
    private readonly double[] _taps = new double[Order + 1];
    private int _newest;
    private int _offset;
    private double _delaySamples = -1;

    /// <summary>The shortest delay that the interpolation can centre itself on.</summary>
    public const double ShortestSamples = Order / 2.0;

    /// <summary>Appends one sample.</summary>
    public void Write(double value)
    {
        _newest = (_newest + 1) & (Size - 1);
        _line[_newest] = value;
    }

    /// <summary>The signal <paramref name="delaySamples"/> before the newest sample.</summary>
    public double Read(double delaySamples)
    {
        if (delaySamples != _delaySamples)
            Aim(delaySamples);
        var sum = 0.0;
        for (var tap = 0; tap <= Order; tap++)
            sum += _taps[tap] * _line[(_newest - _offset - tap) & (Size - 1)];
        return sum;
    }

    private void Aim(double delaySamples)
    {
        if (delaySamples is < ShortestSamples or > Size - Order)
            throw new ArgumentOutOfRangeException(nameof(delaySamples), delaySamples, "The delay line cannot hold this delay.");
        _delaySamples = delaySamples;
        _offset = (int)(delaySamples - ShortestSamples + 0.5);
        var position = delaySamples - _offset;
        for (var tap = 0; tap <= Order; tap++)
        {
            _taps[tap] = 1;
            for (var other = 0; other <= Order; other++)
            {
                if (other != tap)
                    _taps[tap] *= (position - other) / (tap - other);
            }
        }
    }
}
