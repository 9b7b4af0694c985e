namespace NamPlugin.Plugin.Effect;

/// <summary>
/// A width that was tried and was too much. It is not tried again until the load has fallen, each time further, or, since the fault may have lain
/// elsewhere, after waits of which each is four times as long as the last, a few times in all. So under a load that does not change trials end.
/// </summary>
internal struct WidthFailure
{
    private const double FirstWaitSeconds = 60;
    private const double WaitFactor = 4;
    private const int MostTrials = 3;
    private const double ClearlyLess = 0.75;
    private const int MostDoublings = 5;

    private int _count;
    private int _variant;
    private double _load;
    private double _lessThan;
    private double _seconds;
    private double _waitSeconds;

    /// <summary>The narrowest variant that is known to be too much; beyond all variants when none is.</summary>
    public readonly int Variant => _count == 0 ? int.MaxValue : _variant;

    /// <summary>A factor for waits before any width is tried: twice as large after each failure.</summary>
    public readonly int Caution => 1 << Math.Min(_count, MostDoublings);

    /// <summary>The variant from which it was tried.</summary>
    public int From { get; private set; }

    /// <summary>A variant was too much. [audio-thread]</summary>
    /// <param name="variant">Which.</param>
    /// <param name="from">The narrower one that sounded before.</param>
    /// <param name="load">The load of that one, just before.</param>
    public void Add(int variant, int from, double load)
    {
        _load = load;
        _lessThan = _count == 0 ? ClearlyLess : _lessThan * ClearlyLess;
        _waitSeconds = _count == 0 ? FirstWaitSeconds : _waitSeconds * WaitFactor;
        _variant = variant;
        From = from;
        _seconds = 0;
        _count++;
    }

    /// <summary>Time passes. [audio-thread]</summary>
    public void Age(double seconds) => _seconds += seconds;

    /// <summary>Whether <see cref="Variant"/> and wider ones may be tried again. [audio-thread]</summary>
    /// <param name="load">The present load of <see cref="From"/>.</param>
    public readonly bool MayBeTried(double load) => load < _lessThan * _load || (_count <= MostTrials && _seconds >= _waitSeconds);
}
