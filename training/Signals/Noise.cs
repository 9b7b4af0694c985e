namespace NamPlugin.Training.Signals;

/// <summary>The same noise on every machine and in every run (xorshift64*, Vigna 2014).</summary>
internal sealed class Noise(ulong seed)
{
    private ulong _state = (seed * 0x9E3779B97F4A7C15) | 1;

    /// <summary>A value in [-1, 1), evenly spread.</summary>
    public double Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return ((_state * 0x2545F4914F6CDD1D) >> 11) * (2.0 / (1UL << 53)) - 1;
    }
}
