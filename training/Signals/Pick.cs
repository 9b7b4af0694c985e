namespace NamPlugin.Training.Signals;

/// <summary>
/// What a pick does to a string: it scrapes for a few milliseconds, then lets go. Letting go sends a step of velocity both ways; the one that
/// leaves towards the bridge comes back turned over and ends the other, so each stroke is a pulse as long as that way. Its spectrum falls with
/// frequency and has notches at the partials with a node under the pick.
/// </summary>
internal sealed class Pick(double sampleRateHz, ulong seed)
{
    /// <summary>Seconds between <see cref="Strike"/> and the release.</summary>
    public const double LeadSeconds = 0.004;

    private readonly Noise _noise = new(seed);
    private readonly FractionalDelay _viaBridge = new();
    private double _force;
    private double _releaseSamples = 1;
    private double _bridgeSamples = 100;
    private double _time = double.PositiveInfinity;
    private double _scrape;
    private double _velocity;

    /// <summary>Begins a stroke.</summary>
    /// <param name="force">0..1; a harder stroke lets go faster, hence brighter.</param>
    /// <param name="softness">1 for a bare pick; larger when flesh is involved.</param>
    /// <param name="bridgeSamples">Round trip from the pick to the bridge and back.</param>
    public void Strike(double force, double softness, double bridgeSamples)
    {
        _force = force;
        _releaseSamples = softness * sampleRateHz * (0.00045 - (0.0003 * force));
        _bridgeSamples = bridgeSamples;
        _time = -LeadSeconds * sampleRateHz;
    }

    /// <summary>Velocity put into the string.</summary>
    public double Next()
    {
        var acceleration = 0.0;
        var scrape = 0.0;
        if (_time < 0)
        {
            // Low-passed noise, growing until the string slips off.
            _scrape += 0.35 * (_noise.Next() - _scrape);
            scrape = 0.05 * _force * _scrape * (1 + (_time / (LeadSeconds * sampleRateHz)));
        }
        else if (_time < _releaseSamples)
        {
            // A raised cosine of area _force: a step with rounded corners once summed.
            acceleration = _force * (1 - Math.Cos(2 * Math.PI * _time / _releaseSamples)) / _releaseSamples;
        }
        _time++;
        _viaBridge.Write(acceleration);
        _velocity += acceleration - _viaBridge.Read(_bridgeSamples);
        return _velocity + scrape;
    }
}
