namespace NamPlugin.Cli.Pictures;

/// <summary>A range of values and where its labels stand.</summary>
internal sealed class Axis
{
    private readonly bool _isLogarithmic;

    private Axis(double minimum, double maximum, bool isLogarithmic, IReadOnlyList<AxisTick> ticks)
    {
        Minimum = minimum;
        Maximum = maximum;
        _isLogarithmic = isLogarithmic;
        Ticks = ticks;
    }

    public double Minimum { get; }

    public double Maximum { get; }

    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>A linear axis with about <paramref name="wanted"/> labels on round numbers.</summary>
    public static Axis Linear(double minimum, double maximum, int wanted, Func<double, string> label)
    {
        var step = RoundStep((maximum - minimum) / Math.Max(1, wanted));
        var first = Math.Ceiling((minimum / step) - 1e-9);
        var last = Math.Floor((maximum / step) + 1e-9);
        var ticks = new List<AxisTick>();
        for (var i = first; i <= last; i++)
        {
            // Adding 0 turns the -0 that rounding leaves into a plain one.
            var value = (i * step) + 0.0;
            ticks.Add(new AxisTick(value, label(value)));
        }

        return new Axis(minimum, maximum, isLogarithmic: false, ticks);
    }

    /// <summary>Named rows of height 1 from top to bottom, labelled in their middle: row i spans i to i + 1.</summary>
    public static Axis Rows(IReadOnlyList<string> names) =>
        new(names.Count, 0, isLogarithmic: false, [.. names.Select(static (name, row) => new AxisTick(row + 0.5, name))]);

    /// <summary>A linear axis around zero that a waveform of the given peak nearly fills.</summary>
    public static Axis Amplitude(double peak)
    {
        const double Headroom = 1.08;
        var reach = Headroom * Math.Max(peak, 1e-9);
        return Linear(-reach, reach, 4, value => Math.Abs(value) < reach * 1e-6 ? "0" : reach < 0.001 ? $"{value:0.#e-0}" : $"{value:0.####}");
    }

    /// <summary>Seconds, or minutes where they are many, or milliseconds where they are few.</summary>
    public static Axis Time(double fromSeconds, double toSeconds, int wanted)
    {
        var length = toSeconds - fromSeconds;
        if (length < 0.5)
            return Linear(fromSeconds, toSeconds, wanted, seconds => $"{seconds * 1000:0.##} ms");
        if (length > 180)
            return Linear(fromSeconds / 60, toSeconds / 60, wanted, minutes => $"{minutes:0.##} min").Scaled(60);
        return Linear(fromSeconds, toSeconds, wanted, seconds => $"{seconds:0.##} s");
    }

    /// <summary>A logarithmic axis of frequency with labels at 1, 2 and 5 times powers of ten.</summary>
    public static Axis Frequency(double minimumHz, double maximumHz)
    {
        var ticks = new List<AxisTick>();
        for (var decade = Math.Pow(10, Math.Floor(Math.Log10(minimumHz))); decade <= maximumHz; decade *= 10)
        {
            foreach (var digit in new[] { 1, 2, 5 })
            {
                var hz = digit * decade;
                if (hz >= minimumHz * 0.999 && hz <= maximumHz * 1.001)
                    ticks.Add(new AxisTick(hz, hz < 1000 ? $"{hz:0.##} Hz" : $"{hz / 1000:0.##} kHz"));
            }
        }

        return new Axis(minimumHz, maximumHz, isLogarithmic: true, ticks);
    }

    /// <summary>0 at the minimum, 1 at the maximum.</summary>
    public double Position(double value)
        => _isLogarithmic ? Math.Log(value / Minimum) / Math.Log(Maximum / Minimum) : (value - Minimum) / (Maximum - Minimum);

    /// <summary>The inverse of <see cref="Position"/>.</summary>
    public double Value(double position)
        => _isLogarithmic ? Minimum * Math.Pow(Maximum / Minimum, position) : Minimum + (position * (Maximum - Minimum));

    private Axis Scaled(double factor)
        => new(Minimum * factor, Maximum * factor, _isLogarithmic, [.. Ticks.Select(tick => tick with { Value = tick.Value * factor })]);

    private static double RoundStep(double step)
    {
        var decade = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return decade * ((step / decade) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        });
    }
}
