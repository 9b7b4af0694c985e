namespace NamPlugin.Dsp.Convolution;

/// <summary>What is done to an impulse response before it is used.</summary>
public sealed record ImpulseResponseOptions
{
    /// <summary>The longest response that is ever used, in seconds.</summary>
    public const double LongestSeconds = 10;

    /// <summary>The level rule.</summary>
    public ImpulseResponseLevel Level { get; init; } = ImpulseResponseLevel.PinkNoise;

    /// <summary>
    /// Whether silence before the sound is cut off. Kept unless asked for, because it holds the distance between microphones: two responses of
    /// one session mixed together rely on it.
    /// </summary>
    public bool TrimsLeadingSilence { get; init; }

    /// <summary>What is longer is cut, up to <see cref="LongestSeconds"/>.</summary>
    public double MaximumSeconds { get; init; } = LongestSeconds;

    /// <summary>Length of the fade that ends a response that was cut; at most half of what is left.</summary>
    public double FadeSeconds { get; init; } = 0.02;
}
