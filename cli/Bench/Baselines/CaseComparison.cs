namespace NamPlugin.Cli.Bench.Baselines;

/// <summary>One case then and now.</summary>
internal sealed record CaseComparison
{
    /// <summary>The capture.</summary>
    public required string Model { get; init; }

    /// <summary>Its width.</summary>
    public required double Width { get; init; }

    /// <summary>Frames at a time.</summary>
    public required int Block { get; init; }

    /// <summary>Instances that took turns.</summary>
    public required int Instances { get; init; }

    /// <summary>Nanoseconds per sample then.</summary>
    public required double BaselineNs { get; init; }

    /// <summary>Nanoseconds per sample now.</summary>
    public required double NsPerSample { get; init; }

    /// <summary>Now by then: below 1 is faster.</summary>
    public required double Ratio { get; init; }

    /// <summary>The same had the core had the same peak both times.</summary>
    public required double CorrectedRatio { get; init; }

    /// <summary>Whether the middle halves of the repetitions do not even touch: more than the noise within either run.</summary>
    public required bool IsClear { get; init; }

    /// <summary>Compares one case with its counterpart.</summary>
    public static CaseComparison Of(BenchResult then, BenchResult now)
    {
        var ratio = now.NsPerSample / then.NsPerSample;
        return new CaseComparison
        {
            Model = now.Model,
            Width = now.Width,
            Block = now.Block,
            Instances = now.Instances,
            BaselineNs = then.NsPerSample,
            NsPerSample = now.NsPerSample,
            Ratio = Statistics.Significant(ratio),
            CorrectedRatio = Statistics.Significant(ratio * now.PeakMacsPerNs / then.PeakMacsPerNs),
            IsClear = now.NsLowerQuartile > then.NsUpperQuartile || now.NsUpperQuartile < then.NsLowerQuartile,
        };
    }
}
