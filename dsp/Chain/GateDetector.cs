namespace NamPlugin.Dsp.Chain;

/// <summary>
/// The listening half of the noise gate. It hears the clean signal before the model, where level still means something, and says by how much
/// <see cref="GateGain"/> shall reduce the model's output. Curve and times are those of the official NAM plugin: the level is the squared
/// signal under a half-life of 10 ms; a level of d dB below the threshold asks for 0.2 d² dB of reduction (the official source writes 0.1 and
/// applies it as a power ratio to the amplitude, which is the same); the gate opens in 5 ms, holds for 10 ms and closes in the release
/// time, each meant for the whole way to the reduction at the floor of -120 dB. One channel.
/// </summary>
public sealed unsafe class GateDetector
{
    /// <summary>At (or below) this threshold the gate is off, in dB.</summary>
    public const double OffThresholdDb = -100.0;

    /// <summary>Release of the official plugin, in ms.</summary>
    public const double DefaultReleaseMs = 50.0;

    /// <summary>Shortest release, in ms.</summary>
    public const double ShortestReleaseMs = 5.0;

    /// <summary>Longest release, in ms.</summary>
    public const double LongestReleaseMs = 500.0;

    private const double LevelHalfLifeSeconds = 0.010;
    private const double OpenSeconds = 0.005;
    private const double HoldSeconds = 0.010;
    private const double ReductionDbPerSquareDb = 0.2;
    private const double FloorDb = -120.0;
    private const double FloorPower = 1e-12;
    private const double CeilingPower = 1000.0;

    /// <summary>The last steps halve the way that is left; within this distance the gate counts as open and the hold begins.</summary>
    private const double OpenWithinDb = 1e-3;

    private double _sampleRateHz = 48_000.0;
    private double _levelMemory;
    private int _holdSamples;
    private bool _isOff = true;
    private double _thresholdDb = OffThresholdDb;
    private double _thresholdPower;
    private double _releaseMs = DefaultReleaseMs;
    private double _openStepDb;
    private double _closeStepDb;

    private double _power = FloorPower;
    private double _reductionDb;
    private float _gain = 1f;
    private bool _isOpen = true;
    private int _belowSamples;

    /// <summary>A gate that is off. Call <see cref="Prepare"/> before processing.</summary>
    public GateDetector() => Prepare(_sampleRateHz);

    /// <summary>The gain of the latest sample, linear: 1 is open.</summary>
    public float CurrentGain => _gain;

    private double LargestReductionDb => ReductionDb(FloorDb);

    /// <summary>Sets the sample rate and starts anew. [main-thread]</summary>
    public void Prepare(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        _levelMemory = Math.Pow(0.5, 1.0 / (LevelHalfLifeSeconds * sampleRateHz));
        _holdSamples = Math.Max(1, (int)Math.Round(HoldSeconds * sampleRateHz));
        Retime();
        Reset();
    }

    /// <summary>
    /// Sets the threshold, -100..0 dB, and the release, 5..500 ms; values beyond are held at the ends. The gain follows at the gate's own
    /// pace, so no setting clicks. [audio-thread]
    /// </summary>
    public void SetTarget(double thresholdDb, double releaseMs)
    {
        // Switched off, the gate opens at the pace of the threshold that it had.
        _isOff = !(thresholdDb > OffThresholdDb);
        if (!_isOff)
        {
            _thresholdDb = Math.Min(thresholdDb, 0.0);
            _thresholdPower = Math.Pow(10.0, _thresholdDb / 10.0);
        }
        _releaseMs = releaseMs > ShortestReleaseMs ? Math.Min(releaseMs, LongestReleaseMs) : ShortestReleaseMs;
        Retime();
        // A lower threshold has a shorter way to go; what lies beyond its end is silence either way.
        _reductionDb = Math.Max(_reductionDb, LargestReductionDb);
    }

    /// <summary>Forgets everything heard: closed, or open when off. [audio-thread]</summary>
    public void Reset()
    {
        _power = FloorPower;
        _isOpen = _isOff;
        _belowSamples = 0;
        _reductionDb = _isOff ? 0.0 : LargestReductionDb;
        _gain = (float)Decibels.ToGain(_reductionDb);
    }

    /// <summary>Listens to <paramref name="x"/>[time] and writes <paramref name="gain"/>[time], linear, 0..1. [audio-thread]</summary>
    public void Process(float* x, float* gain, int frames)
    {
        var renewal = 1.0 - _levelMemory;
        for (var t = 0; t < frames; t++)
        {
            _power = Math.Clamp((_levelMemory * _power) + (renewal * x[t] * x[t]), FloorPower, CeilingPower);
            var isAbove = _isOff || _power >= _thresholdPower;
            if (_isOpen)
                Hold(isAbove);
            else
                Move(isAbove ? 0.0 : ReductionDb(10.0 * Math.Log10(_power)));
            gain[t] = _gain;
        }
    }

    private void Hold(bool isAbove)
    {
        if (isAbove)
            _belowSamples = 0;
        else if (++_belowSamples >= _holdSamples)
            _isOpen = false;
    }

    private void Move(double targetDb)
    {
        var before = _reductionDb;
        _reductionDb += Math.Clamp(0.5 * (targetDb - _reductionDb), -_closeStepDb, _openStepDb);
        if (targetDb == 0.0 && _reductionDb > -OpenWithinDb)
        {
            _reductionDb = 0.0;
            _isOpen = true;
            _belowSamples = 0;
        }
        if (_reductionDb != before)
            _gain = (float)Decibels.ToGain(_reductionDb);
    }

    private double ReductionDb(double levelDb)
    {
        var below = Math.Max(0.0, _thresholdDb - levelDb);
        return -ReductionDbPerSquareDb * below * below;
    }

    private void Retime()
    {
        _openStepDb = -LargestReductionDb / (OpenSeconds * _sampleRateHz);
        _closeStepDb = -LargestReductionDb / (_releaseMs * 0.001 * _sampleRateHz);
    }
}
