namespace NamPlugin.Dsp.Models;

/// <summary>One impulse response ('.nam' section 6). Channel c in feeds channel c out; surplus outputs are silent.</summary>
public sealed record LinearConfig : ModelConfig
{
    /// <inheritdoc/>
    public override Architecture Architecture => Architecture.Linear;

    /// <summary>Number of taps; weight 0 multiplies the newest sample.</summary>
    public required int ReceptiveField { get; init; }

    /// <summary>Whether a constant is added.</summary>
    public required bool Bias { get; init; }

    /// <summary>The requested method.</summary>
    public LinearImplementation Implementation { get; init; }
}
