namespace NamPlugin.Cli.Bench.Baselines;

/// <summary>Cases of one model and width that one of two results lacks.</summary>
/// <param name="Model">The capture.</param>
/// <param name="Width">Its width.</param>
/// <param name="Cases">Such as 64 for a block, 64 x 8 for eight instances in blocks of 64.</param>
/// <param name="IsWhole">Whether the other result has nothing of this model and width.</param>
internal sealed record MissingCases(string Model, double Width, IReadOnlyList<string> Cases, bool IsWhole)
{
    /// <summary>What of one result has no counterpart in another.</summary>
    public static IReadOnlyList<MissingCases> Of(IEnumerable<BenchResult> results, IReadOnlyDictionary<CaseKey, BenchResult> others)
    {
        var known = others.Keys.Select(static key => (key.Model, key.Width)).ToHashSet();
        var missing = results.Where(result => !others.ContainsKey(CaseKey.Of(result))).GroupBy(static result => (result.Model, CaseKey.Of(result).Width));
        return [.. missing.Select(group => new MissingCases(group.Key.Model, group.Key.Width, [.. group.Select(NameOf)], !known.Contains(group.Key)))];
    }

    private static string NameOf(BenchResult result) => result.Instances == 1 ? $"{result.Block}" : $"{result.Block} x {result.Instances}";
}
