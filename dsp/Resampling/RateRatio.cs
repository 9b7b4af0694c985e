namespace NamPlugin.Dsp.Resampling;

/// <summary>Two sample rates and the finest grid of time on which the samples of both lie.</summary>
public readonly record struct RateRatio
{
    /// <summary>Reduces the ratio of two rates.</summary>
    /// <param name="fromHz">Rate of the input, in whole Hz.</param>
    /// <param name="toHz">Rate of the output, in whole Hz.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not positive.</exception>
    public RateRatio(int fromHz, int toHz)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fromHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toHz);
        FromHz = fromHz;
        ToHz = toHz;
        var common = CommonDivisor(fromHz, toHz);
        Up = toHz / common;
        Down = fromHz / common;
    }

    /// <summary>Rate of the input.</summary>
    public int FromHz { get; }

    /// <summary>Rate of the output.</summary>
    public int ToHz { get; }

    /// <summary>Grid steps from one input sample to the next.</summary>
    public int Up { get; }

    /// <summary>Grid steps from one output sample to the next.</summary>
    public int Down { get; }

    /// <summary>The rate of the grid.</summary>
    public double GridHz => (double)FromHz * Up;

    /// <summary>The lower of the two rates.</summary>
    public int LowerHz => Math.Min(FromHz, ToHz);

    /// <summary>The way back.</summary>
    public RateRatio Inverse => new(ToHz, FromHz);

    private static int CommonDivisor(int a, int b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
