namespace NamPlugin.Dsp.Models;

/// <summary>The first rule that a configuration breaks.</summary>
/// <param name="Path">Where, relative to the configuration and in the words of the format: <c>layers[0].channels</c>.</param>
/// <param name="Found">What it says.</param>
/// <param name="Expected">What it would have to say.</param>
/// <param name="TooLarge">Whether it is only beyond <see cref="ModelLimits"/>, not contradictory.</param>
public sealed record ShapeViolation(string Path, string Found, string Expected, bool TooLarge = false)
{
    /// <summary>The same violation seen from outside: its path continues <paramref name="prefix"/>.</summary>
    public ShapeViolation Within(string prefix) => this with { Path = Path.Length == 0 ? prefix : $"{prefix}.{Path}" };
}
