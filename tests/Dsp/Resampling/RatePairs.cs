namespace NamPlugin.Dsp.Tests.Resampling;

/// <summary>The sample rates that hosts and models have.</summary>
internal static class RatePairs
{
    private static readonly int[] Rates = [22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000, 384_000];

    /// <summary>Those of <see cref="All"/> that go from a higher to a lower rate.</summary>
    public static TheoryData<int, int> Falling => [.. All.Where(static pair => pair.Data.Item1 > pair.Data.Item2)];

    /// <summary>All pairs of different usual rates, and some odd ones whose ratio is awkward.</summary>
    public static TheoryData<int, int> All
    {
        get
        {
            var pairs = new TheoryData<int, int> { { 44_100, 48_001 }, { 48_001, 44_100 }, { 47_999, 96_000 }, { 192_000, 44_101 } };
            foreach (var from in Rates)
            {
                foreach (var to in Rates.Where(to => to != from))
                    pairs.Add(from, to);
            }

            return pairs;
        }
    }
}
