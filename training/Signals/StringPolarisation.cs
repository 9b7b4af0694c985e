namespace NamPlugin.Training.Signals;

/// <summary>
/// One direction of a string's vibration as a digital waveguide: one loop of delay, loss and dispersion (Karplus and Strong 1983, extended by
/// Jaffe and Smith). A real string swings in two directions whose pitch and decay differ a little; that difference is what makes it alive.
/// </summary>
internal sealed class StringPolarisation(double sampleRateHz, double stiffness)
{
    private readonly FractionalDelay _delay = new();
    private readonly StringStiffness _stiffness = new(stiffness);
    private StringLoss _loss;
    private double _loopSamples = 100;

    /// <summary>Sets pitch and decay; what vibrates goes on vibrating.</summary>
    public void Tune(double frequencyHz, double fundamentalSeconds, double trebleSeconds)
    {
        _loss.SetDecay(frequencyHz, fundamentalSeconds, trebleSeconds, sampleRateHz);
        var omega = 2 * Math.PI * frequencyHz / sampleRateHz;

        // The loop reads before it writes, which is one sample of delay by itself.
        _loopSamples = (sampleRateHz / frequencyHz) - 1 - _loss.PhaseDelaySamples(omega) - _stiffness.PhaseDelaySamples(omega);
    }

    public double Next(double excitation)
    {
        var y = _stiffness.Next(_loss.Next(_delay.Read(_loopSamples))) + excitation;
        _delay.Write(y);
        return y;
    }
}
