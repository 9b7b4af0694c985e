namespace NamPlugin.Dsp.Chain;

/// <summary>
/// A value that moves to its target in a straight line, in a fixed number of samples. Every value is computed from the distance left,
/// so nothing accumulates, the end is exact, and it does not matter into which blocks the samples are cut.
/// </summary>
public struct Ramp
{
    /// <summary>Long enough to hide a jump of a control, short enough to feel immediate.</summary>
    public const double DefaultSeconds = 0.030;

    private double _target;
    private double _step;
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
    public readonly double Current => _target - (_step * _remaining);

    /// <summary>Samples until the target is reached; 0 when the value stands still.</summary>
    public readonly int RemainingSamples => _remaining;

    /// <summary>Whether the next sample's value differs from the latest.</summary>
    public readonly bool IsMoving => _remaining > 0;

    /// <summary>
    /// Begins a move of full length from the current value. Naming the present target again changes nothing;
    /// a target that is not a finite number is no target and is ignored. [audio-thread]
    /// </summary>
    public void SetTarget(double target)
    {
        if (target == _target || !double.IsFinite(target))
            return;
        _step = (target - Current) / _length;
        _target = target;
        _remaining = _length;
    }

    /// <summary>Jumps to <paramref name="value"/>. [audio-thread]</summary>
    public void Snap(double value)
    {
        _target = value;
        _step = 0.0;
        _remaining = 0;
    }

    /// <summary>Jumps to the target. [audio-thread]</summary>
    public void Snap() => Snap(_target);

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
