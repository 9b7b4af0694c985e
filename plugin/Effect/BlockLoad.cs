namespace NamPlugin.Plugin.Effect;

/// <summary>
/// How much of the time that blocks of audio allow is spent on them. Weighed by the time that each block stands for, so that neither many short
/// blocks nor one odd long one mislead. All times in seconds, all loads as a share of the deadline: 1 is just in time.
/// </summary>
internal struct BlockLoad
{
    /// <summary>A load above this, should it last, leaves too little for the rest of the host.</summary>
    public const double Overload = 0.7;

    private const double FastSeconds = 0.05;
    private const double SlowSeconds = 1;

    // An overload must last this long, or this long where deadlines are being missed.
    private const double LastingSeconds = 0.05;
    private const double UrgentSeconds = 0.01;

    // A thread that was held up once, and then once more, is no overload.
    private const int LeastBlocks = 3;

    // A block that was held up tells nothing by how long.
    private const double MostLoad = 4;

    private double _overSeconds;
    private double _overWorkSeconds;
    private int _overBlocks;

    /// <summary>Audio measured since <see cref="Clear"/>.</summary>
    public double Seconds { get; private set; }

    /// <summary>The load of the last moment.</summary>
    public double Fast { get; private set; }

    /// <summary>The load of about the last second.</summary>
    public double Slow { get; private set; }

    /// <summary>Whether the load is too high and has been for a while.</summary>
    public readonly bool IsOverload =>
        _overBlocks >= LeastBlocks && _overSeconds >= (_overWorkSeconds > _overSeconds ? UrgentSeconds : LastingSeconds);

    /// <summary>The load while <see cref="IsOverload"/> came about.</summary>
    public readonly double Overloaded => _overWorkSeconds / _overSeconds;

    /// <summary>Takes one block into account. [audio-thread]</summary>
    /// <param name="blockSeconds">What it took.</param>
    /// <param name="deadlineSeconds">What it stands for, above 0.</param>
    public void Add(double blockSeconds, double deadlineSeconds)
    {
        var load = Math.Min(blockSeconds / deadlineSeconds, MostLoad);
        Seconds += deadlineSeconds;
        Fast += (load - Fast) * Weight(deadlineSeconds, FastSeconds);
        Slow += (load - Slow) * Weight(deadlineSeconds, SlowSeconds);
        if (Fast <= Overload)
        {
            (_overSeconds, _overWorkSeconds, _overBlocks) = (0, 0, 0);
            return;
        }

        _overSeconds += deadlineSeconds;
        _overWorkSeconds += load * deadlineSeconds;
        _overBlocks += load > Overload ? 1 : 0;
    }

    /// <summary>Forgets everything: something else is measured from now on. [audio-thread]</summary>
    public void Clear() => this = default;

    // A plain mean at first, a sliding one once its time is full.
    private readonly double Weight(double deadlineSeconds, double memorySeconds) => deadlineSeconds / Math.Min(Seconds, deadlineSeconds + memorySeconds);
}
