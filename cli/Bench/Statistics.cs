namespace NamPlugin.Cli.Bench;

/// <summary>Many repetitions in one number. What disturbs a measurement makes it longer, now and then much; quantiles do not mind.</summary>
internal static class Statistics
{
    /// <summary>The middle value.</summary>
    public static double Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which a share of all lies, between two neighbours in proportion.</summary>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Five significant digits: more than any time has.</summary>
    public static double Significant(double value) =>
        value == 0 || !double.IsFinite(value) ? value : Math.Round(value, Math.Clamp(4 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15));
}
