namespace NamPlugin.Host;

/// <summary>A parameter as the host was told of it.</summary>
public sealed record HostedParameter
{
    /// <summary>Position in the plugin's list.</summary>
    public required int Index { get; init; }

    /// <summary>What automation and sessions know it by.</summary>
    public required uint Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Unit for people; null in CLAP, which has units only within texts.</summary>
    public string? Unit { get; init; }

    /// <summary>Smallest plain value.</summary>
    public required double Minimum { get; init; }

    /// <summary>Largest plain value.</summary>
    public required double Maximum { get; init; }

    /// <summary>Plain value of a fresh instance.</summary>
    public required double Default { get; init; }

    /// <summary>Steps between the values of a stepped parameter; 0 for a continuous one.</summary>
    public required int StepCount { get; init; }

    /// <summary>What the host may do with it.</summary>
    public required HostedParameterFlags Flags { get; init; }

    /// <summary>Every value of a stepped parameter, or <paramref name="count"/> values spread over the range, ends included.</summary>
    public IEnumerable<double> Values(int count)
    {
        var steps = StepCount > 0 ? StepCount : count - 1;
        return Enumerable.Range(0, steps + 1).Select(step => Minimum + step * (Maximum - Minimum) / steps);
    }
}
