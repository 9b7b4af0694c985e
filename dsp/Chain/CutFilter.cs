namespace NamPlugin.Dsp.Chain;

/// <summary>
/// A low or high cut: second-order Butterworth, 12 dB per octave, -3 dB at its frequency, off at the outer end of its range.
/// The frequency glides evenly on a logarithmic scale; switching on or off is a short blend. One channel.
/// </summary>
public sealed unsafe class CutFilter
{
    /// <summary>A low cut is off at (or below) this frequency, in Hz.</summary>
    public const double LowCutOffHz = 20.0;

    /// <summary>The highest low cut, in Hz.</summary>
    public const double HighestLowCutHz = 500.0;

    /// <summary>The lowest high cut, in Hz.</summary>
    public const double LowestHighCutHz = 2_000.0;

    /// <summary>A high cut is off at (or above) this frequency, in Hz.</summary>
    public const double HighCutOffHz = 20_000.0;

    private static readonly double ButterworthQuality = Math.Sqrt(0.5);

    private readonly bool _cutsHighs;
    private double _sampleRateHz = 48_000.0;
    private Glide _logFrequency;
    private Glide _amount;
    private StateVariableFilter _filter;
    private FilterCoefficients _still;

    private CutFilter(bool cutsHighs)
    {
        _cutsHighs = cutsHighs;
        Prepare(_sampleRateHz);
    }

    private bool IsMoving => _logFrequency.IsMoving || _amount.IsMoving;

    private bool IsOff => _amount.Target == 0.0 && !_amount.IsMoving;

    /// <summary>A low cut that is off. Call <see cref="Prepare"/> before processing. [main-thread]</summary>
    public static CutFilter LowCut() => new(cutsHighs: false);

    /// <summary>A high cut that is off. Call <see cref="Prepare"/> before processing. [main-thread]</summary>
    public static CutFilter HighCut() => new(cutsHighs: true);

    /// <summary>Sets the sample rate, stands still at the target and forgets everything heard. [main-thread]</summary>
    public void Prepare(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        _logFrequency.Prepare(sampleRateHz, Glide.DefaultSeconds, _logFrequency.Target);
        _amount.Prepare(sampleRateHz, Glide.DefaultSeconds, _amount.Target);
        Reset();
    }

    /// <summary>
    /// Moves to <paramref name="frequencyHz"/>, held within the range, or off at its outer end. What is not a finite number is ignored. [audio-thread]
    /// </summary>
    public void SetTarget(double frequencyHz)
    {
        if (!double.IsFinite(frequencyHz))
            return;
        if (_cutsHighs ? frequencyHz >= HighCutOffHz : frequencyHz <= LowCutOffHz)
        {
            _amount.SetTarget(0.0);
            return;
        }
        var logFrequency = Math.Log(_cutsHighs
            ? Math.Max(frequencyHz, LowestHighCutHz)
            : Math.Min(frequencyHz, HighestLowCutHz));
        // Nobody hears a filter that is off glide, so it starts where it is wanted.
        if (IsOff)
            _logFrequency.Snap(logFrequency);
        else
            _logFrequency.SetTarget(logFrequency);
        _amount.SetTarget(1.0);
    }

    /// <summary>Jumps to the target and forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _logFrequency.Snap();
        _amount.Snap();
        Settle();
        _filter.Reset();
    }

    /// <summary>Filters <paramref name="x"/>[time] in place; off and at rest it leaves it untouched to the bit. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        while (frames > 0 && IsMoving)
        {
            *x = _filter.Process(*x, Design(Math.Exp(_logFrequency.Next()), _amount.Next()));
            x++;
            frames--;
            if (!IsMoving)
                Settle();
        }
        if (!IsOff)
            _filter.Process(x, frames, _still);
    }

    /// <summary>A filter that is off is skipped; see <see cref="EqualizerBand"/> for why its memory is emptied at this sample.</summary>
    private void Settle()
    {
        _still = Design(Math.Exp(_logFrequency.Target), _amount.Target);
        if (IsOff)
            _filter.Reset();
    }

    private FilterCoefficients Design(double frequencyHz, double amount) => _cutsHighs
        ? FilterCoefficients.HighCut(_sampleRateHz, frequencyHz, ButterworthQuality, amount)
        : FilterCoefficients.LowCut(_sampleRateHz, frequencyHz, ButterworthQuality, amount);
}
