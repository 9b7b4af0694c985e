namespace NamPlugin.Cli.Bench.Baselines;

/// <summary>A measurement beside an earlier one.</summary>
internal sealed record BaselineComparison
{
    /// <summary>The file of the earlier one, as named.</summary>
    public required string File { get; init; }

    /// <summary>When that was measured.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The program that measured it.</summary>
    public required string Namplug { get; init; }

    /// <summary>Its instruction set and runtime.</summary>
    public required string Build { get; init; }

    /// <summary>Its processor.</summary>
    public required string Processor { get; init; }

    /// <summary>Its peak.</summary>
    public required double PeakMacsPerNs { get; init; }

    /// <summary>Cases that both have.</summary>
    public required IReadOnlyList<CaseComparison> Cases { get; init; }

    /// <summary>Cases that only the earlier one has.</summary>
    public required IReadOnlyList<MissingCases> OnlyInBaseline { get; init; }

    /// <summary>Cases that only the new one has.</summary>
    public required IReadOnlyList<MissingCases> NotInBaseline { get; init; }

    /// <summary>The mean of all ratios (geometric, as means of ratios are).</summary>
    public double? MeanRatio => Mean(static compared => compared.Ratio);

    /// <summary>The mean of all corrected ratios.</summary>
    public double? MeanCorrectedRatio => Mean(static compared => compared.CorrectedRatio);

    /// <summary>Compares a measurement with an earlier one.</summary>
    public static BaselineComparison Of(BenchRecord now, BenchRecord then, string file)
    {
        var (before, after) = (ByKey(then), ByKey(now));
        return new BaselineComparison
        {
            File = file,
            Date = then.Date,
            Namplug = then.Namplug,
            Build = $"{then.Isa}, {then.Runtime}",
            Processor = then.Machine.Processor,
            PeakMacsPerNs = then.PeakMacsPerNs,
            Cases = [.. now.Results.Where(result => before.ContainsKey(CaseKey.Of(result))).Select(result => CaseComparison.Of(before[CaseKey.Of(result)], result))],
            OnlyInBaseline = MissingCases.Of(then.Results, after),
            NotInBaseline = MissingCases.Of(now.Results, before),
        };
    }

    private static Dictionary<CaseKey, BenchResult> ByKey(BenchRecord record)
    {
        var byKey = new Dictionary<CaseKey, BenchResult>();
        foreach (var result in record.Results)
            byKey.TryAdd(CaseKey.Of(result), result);
        return byKey;
    }

    private double? Mean(Func<CaseComparison, double> ratio) =>
        Cases.Count == 0 ? null : Statistics.Significant(Math.Exp(Cases.Average(compared => Math.Log(ratio(compared)))));
}
