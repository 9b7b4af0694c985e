namespace NamPlugin.Realtime.Results;

/// <summary>Many lengths of time in a few numbers, microseconds. Percentiles are lengths that occurred.</summary>
internal sealed record TimeSummary(double Minimum, double Median, double P99, double P999, double Maximum)
{
    /// <summary>Sums up nanoseconds, of which there is at least one; they are sorted.</summary>
    public static TimeSummary Of(int[] nanoseconds)
    {
        Array.Sort(nanoseconds);
        return new TimeSummary(At(0), At(0.5), At(0.99), At(0.999), At(1));

        double At(double share) => nanoseconds[Math.Max(0, (int)Math.Ceiling(share * nanoseconds.Length) - 1)] / 1e3;
    }
}
