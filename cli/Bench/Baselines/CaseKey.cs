namespace NamPlugin.Cli.Bench.Baselines;

/// <summary>What makes two results the same case. The build is not part of it: builds may be compared.</summary>
internal readonly record struct CaseKey(string Model, double Width, int Block, int Instances)
{
    /// <summary>Of one result.</summary>
    public static CaseKey Of(BenchResult result) => new(result.Model, Math.Round(result.Width, 9), result.Block, result.Instances);
}
