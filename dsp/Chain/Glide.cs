namespace NamPlugin.Dsp.Chain;

/// <summary>
/// A value that moves to its target in a fixed number of samples, along the cubic that leaves with the present slope and arrives with none.
/// Without corners there is nothing to hear as a click, not even where a later filter lifts the highs; a target that keeps moving is
/// followed as by a well damped second-order low-pass. A value called back in full swing may pass its new target for a moment. Every value is
/// computed from the samples left, so nothing accumulates, the end is exact, and it does not matter into which blocks the samples are cut.
/// </summary>
public struct Glide
{
    /// <summary>Long enough to hide a jump of a control, short enough to feel immediate.</summary>
    public const double DefaultSeconds = 0.030;

    // x = target + s² (square + cube s), with s falling from 1 to 0 along the way.
    private double _target;
    private double _square;
    private double _cube;
    private int _length;
    private int _remaining;

    /// <summary>Sets the length of every move and stands still at <paramref name="value"/>. [main-thread]</summary>
    public void Prepare(double sampleRateHz, double seconds, double value)
    {
        _length = Math.Max(1, (int)Math.Round(sampleRateHz * seconds));
        Snap(value);
    }

    /// <summary>Where the value is going, or already is.</summary>
    public readonly double Target => _target;

    /// <summary>The value of the latest sample.</summary>
    public readonly double Current
    {
        get
        {
            var s = (double)_remaining / _length;
            return _target + (s * s * (_square + (_cube * s)));
        }
    }

    /// <summary>Samples until the target is reached; 0 when the value stands still.</summary>
    public readonly int RemainingSamples => _remaining;

    /// <summary>Whether the next sample's value differs from the latest.</summary>
    public readonly bool IsMoving => _remaining > 0;

    /// <summary>Whether the value is, or is moving to or from, anything but 0.</summary>
    public readonly bool IsNonZero => IsMoving || _target != 0.0;

    /// <summary>
    /// Begins a move of full length from the current value. Naming the present target again changes nothing;
    /// a target that is not a finite number is no target and is ignored. [audio-thread]
    /// </summary>
    public void SetTarget(double target)
    {
        if (target == _target || !double.IsFinite(target))
            return;
        var s = (double)_remaining / _length;
        var slope = -s * ((2.0 * _square) + (3.0 * _cube * s));
        var distance = Current - target;
        _square = (3.0 * distance) + slope;
        _cube = -(2.0 * distance) - slope;
        _target = target;
        _remaining = _length;
    }

    /// <summary>Jumps to <paramref name="value"/>. [audio-thread]</summary>
    public void Snap(double value)
    {
        _target = value;
        _remaining = 0;
    }

    /// <summary>Jumps to the target. [audio-thread]</summary>
    public void Snap() => _remaining = 0;

    /// <summary>Moves on by one sample and returns its value. [audio-thread]</summary>
    public double Next()
    {
        if (_remaining > 0)
            _remaining--;
        return Current;
    }

    /// <summary>Moves on by <paramref name="frames"/> samples. [audio-thread]</summary>
    public void Skip(int frames) => _remaining = Math.Max(0, _remaining - frames);
}
