namespace NamPlugin.Training.Signals;

/// <summary>
/// What a string loses on each round trip: a one-pole low-pass whose gain gives the wanted decay at the fundamental and at 4 kHz
/// (Valimaki, Huopaniemi, Karjalainen and Janosy 1996).
/// </summary>
internal struct StringLoss
{
    private const double TrebleHz = 4000;
    private double _input;
    private double _pole;
    private double _state;

    /// <summary>Sets the times in which the string falls by 60 dB. The state stays.</summary>
    public void SetDecay(double frequencyHz, double fundamentalSeconds, double trebleSeconds, double sampleRateHz)
    {
        var low = Math.Pow(10, -3 / (frequencyHz * fundamentalSeconds));
        var ratio = Math.Min(Math.Pow(10, -3 / (frequencyHz * trebleSeconds)) / low, 0.9999);
        var cosine = Math.Cos(2 * Math.PI * TrebleHz / sampleRateHz);

        // |1 - p| / |1 - p e^(-jw)| = ratio, solved for the pole p inside the unit circle.
        var square = ratio * ratio;
        var half = 1 - (square * cosine);
        var full = 1 - square;
        _pole = (half - Math.Sqrt((half * half) - (full * full))) / full;
        _input = low * (1 - _pole);
    }

    public double Next(double x) => _state = (_input * x) + (_pole * _state);

    /// <summary>Delay at an angular frequency in radians per sample.</summary>
    public readonly double PhaseDelaySamples(double omega) => Math.Atan2(_pole * Math.Sin(omega), 1 - (_pole * Math.Cos(omega))) / omega;
}
