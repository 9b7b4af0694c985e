namespace NamPlugin.Plugin.Effect.Comparison;

/// <summary>The two sounds that an instance holds to be compared.</summary>
public enum ComparisonSide
{
    /// <summary>The first, with which an instance begins.</summary>
    A,

    /// <summary>The second.</summary>
    B,
}
