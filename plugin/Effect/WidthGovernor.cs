namespace NamPlugin.Plugin.Effect;

/// <summary>
/// Decides which widths of a capture a machine can bear, from nothing but the time that blocks took. It steps down when too little of the
/// deadline is left, and up again when a wider variant is predicted to leave plenty for a while. It measures whether or not it is obeyed: a
/// governor that is switched off still suggests. Allocates nothing, looks at no clock, and keeps nothing that a session would remember.
/// </summary>
/// <remarks>
/// A prediction takes the cost of a width for an overhead plus its multiply-accumulates. The overhead begins as none, which overrates wider
/// variants, and is learned whenever the width that sounds changes. Where a prediction turns out wrong, <see cref="WidthFailure"/> remembers it, so
/// that under a constant load the width comes to rest.
/// </remarks>
internal sealed class WidthGovernor
{
    /// <summary>A wider variant must stay below this share of the deadline...</summary>
    private const double Comfort = 0.5;

    /// <summary>...for so long, and twice as long after each failed attempt.</summary>
    private const double CalmSeconds = 2;

    /// <summary>A narrower variant is one that is predicted below this share.</summary>
    private const double Target = 0.6;

    /// <summary>A variant in which the load became too high so soon after a narrower one had sounded was a failed attempt.</summary>
    private const double AttemptSeconds = 60;

    /// <summary>Audio after which two loads can be compared.</summary>
    private const double ComparableSeconds = 0.5;

    /// <summary>In units of the full model's multiply-accumulates: all widths cost nearly the same.</summary>
    private const double MostOverhead = 10;

    // Two variants run at once while the width changes. A step may have to wait for a change that had begun before.
    private const double SwitchesForgiven = 2;
    private const double ForgivenessRegained = 0.25;

    private WidthCosts? _costs;
    private BlockLoad _load;
    private WidthFailure _failure;
    private int _widest;
    private int _sounding;
    private int _left;
    private double _leftLoad;
    private bool _isCompared;
    private bool _wasSwitching;
    private double _overhead;
    private int _calmVariant;
    private double _calmLoad;
    private double _calmSeconds;
    private double _forgivenSeconds;

    /// <summary>Share of the deadline that blocks took, over about the last second. [thread-safe]</summary>
    public double Load => _load.Slow;

    /// <summary>The widest variant that is allowed; the full one until an overload has been measured. [thread-safe]</summary>
    public int WidestVariant => _widest;

    /// <summary>A width that this machine can bear, or null while there is no reason to narrow the capture. [thread-safe]</summary>
    public double? SuggestedWidth => _costs is { } costs && Math.Min(_widest, costs.Count - 1) is var widest && widest < costs.Count - 1 ? costs.Limit(1, widest) : null;

    /// <summary>Another capture takes over, or none: everything is measured anew. [audio-thread]</summary>
    public void SetModel(WidthCosts? costs)
    {
        _costs = costs;
        Reset();
    }

    /// <summary>Measures anew, as when the length of blocks or the sample rate has changed. [audio-thread]</summary>
    public void Reset()
    {
        _load.Clear();
        _failure = default;
        _widest = _sounding = _costs is null ? 0 : _costs.Count - 1;
        _left = _calmVariant = -1;
        _overhead = 0;
        _calmSeconds = 0;
        _wasSwitching = false;
        ForgiveSwitch();
    }

    /// <summary>The wanted width, or a narrower one that is allowed. [audio-thread]</summary>
    public double Limit(double width) => _costs is null ? width : _costs.Limit(width, _widest);

    /// <summary>Learns how long a block took. [audio-thread]</summary>
    /// <param name="blockSeconds">The time that was spent on it.</param>
    /// <param name="deadlineSeconds">The time that its frames last.</param>
    /// <param name="soundingVariant">The variant that sounded; while it changes, the one that goes.</param>
    /// <param name="isSwitching">Whether, when the block ended, a second variant ran beside it, or a second capture.</param>
    /// <returns>True when <see cref="Limit"/> answers differently from now on.</returns>
    public bool Observe(double blockSeconds, double deadlineSeconds, int soundingVariant, bool isSwitching)
    {
        if (!double.IsFinite(deadlineSeconds) || deadlineSeconds <= 0 || !double.IsFinite(blockSeconds) || blockSeconds < 0)
            return false;
        var costs = _costs;
        var hasArrived = soundingVariant != _sounding && (uint)soundingVariant < (uint)(costs?.Count ?? 0);
        if (hasArrived)
            Arrive(soundingVariant);

        // Part of the block in which a change ended, or which saw all of it, cost twice too.
        var hasSwitched = isSwitching || _wasSwitching || hasArrived;
        _wasSwitching = isSwitching;
        if (IsForgiven(hasSwitched, deadlineSeconds))
            return false;
        _load.Add(blockSeconds, deadlineSeconds);
        if (costs is null)
            return false;

        _failure.Age(deadlineSeconds);
        Compare(costs);
        var widest = _load.IsOverload ? Narrower(costs) : Wider(costs, deadlineSeconds);
        if (widest == _widest)
            return false;
        _widest = widest;
        _calmSeconds = 0;
        ForgiveSwitch();
        return true;
    }

    private void ForgiveSwitch() => _forgivenSeconds = _costs is null ? 0 : SwitchesForgiven * _costs.SwitchSeconds;

    // A change of width costs twice, which is no overload; one that never ends, as under an automated width, is the load to be borne.
    private bool IsForgiven(bool hasSwitched, double deadlineSeconds)
    {
        if (hasSwitched)
            _forgivenSeconds = Math.Max(_forgivenSeconds - deadlineSeconds, 0);
        else if (_costs is { } costs)
            _forgivenSeconds = Math.Min(_forgivenSeconds + ForgivenessRegained * deadlineSeconds, SwitchesForgiven * costs.SwitchSeconds);
        return hasSwitched && _forgivenSeconds > 0;
    }

    private void Arrive(int variant)
    {
        _left = _load.Seconds > 0 ? _sounding : -1;
        _leftLoad = _load.IsOverload ? _load.Overloaded : _load.Slow;
        _isCompared = false;
        _sounding = variant;
        _calmSeconds = 0;
        _load.Clear();
    }

    // (overhead + wide) / (overhead + narrow) is by how much the load differed between two widths, one heard soon after the other.
    private void Compare(WidthCosts costs)
    {
        if (_isCompared || _left < 0 || (_load.Seconds < ComparableSeconds && !_load.IsOverload))
            return;
        _isCompared = true;
        var load = _load.IsOverload ? _load.Overloaded : _load.Slow;
        var (narrow, wide) = _left < _sounding ? (_left, _sounding) : (_sounding, _left);
        var (narrowLoad, wideLoad) = _left < _sounding ? (_leftLoad, load) : (load, _leftLoad);
        if (narrowLoad <= 0 || costs[wide] <= costs[narrow])
            return;
        var ratio = wideLoad / narrowLoad;
        _overhead = ratio > 1 ? Math.Clamp((costs[wide] - ratio * costs[narrow]) / (ratio - 1), 0, MostOverhead) : MostOverhead;
    }

    private double Predict(WidthCosts costs, double load, int variant) => load * (_overhead + costs[variant]) / (_overhead + costs[_sounding]);

    private int Narrower(WidthCosts costs)
    {
        if (_left >= 0 && _left < _sounding && _load.Seconds < AttemptSeconds)
        {
            _failure.Add(_sounding, _left, _leftLoad);
            _left = _calmVariant = -1;
        }

        _calmSeconds = 0;
        var variant = Math.Max(_sounding - 1, 0);
        while (variant > 0 && Predict(costs, _load.Overloaded, variant) > Target)
            variant--;
        return variant;
    }

    private int Wider(WidthCosts costs, double deadlineSeconds)
    {
        Remember();

        // Where it is not obeyed, the question is whether what sounds may sound; where something narrower is wanted, there is none.
        var next = Math.Max(_sounding, _sounding == _widest ? _widest + 1 : 0);
        if (next <= _widest || next >= costs.Count || !IsComfortable(costs, next))
        {
            _calmSeconds = 0;
            return _widest;
        }

        _calmSeconds += deadlineSeconds;
        if (_calmSeconds < CalmSeconds * _failure.Caution)
            return _widest;
        while (next + 1 < costs.Count && IsComfortable(costs, next + 1))
            next++;
        return next;
    }

    // The load of a width that could be borne: when an overload has passed, it will be the same again.
    private void Remember()
    {
        if (_load.Seconds >= AttemptSeconds && _sounding >= _failure.Variant)
            _failure = default;
        if (_load.Seconds < ComparableSeconds || _load.Slow >= Comfort || _sounding < _calmVariant)
            return;
        _calmVariant = _sounding;
        _calmLoad = _load.Slow;
    }

    private bool IsComfortable(WidthCosts costs, int variant)
    {
        var load = _load.Slow;
        if (variant == _sounding)
            return load < Comfort;
        var isPredicted = Predict(costs, load, variant) < Comfort || (variant <= _calmVariant && load < _calmLoad);
        return isPredicted && (variant < _failure.Variant || _failure.MayBeTried(Predict(costs, load, _failure.From)));
    }
}
