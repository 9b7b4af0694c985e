namespace NamPlugin.Dsp.Models;

/// <summary>What differs from layer to layer inside one WaveNet layer array.</summary>
/// <param name="KernelSize">Taps of the dilated convolution, at least 1.</param>
/// <param name="Dilation">Distance of the taps in samples, at least 1.</param>
/// <param name="Gating">How the inner channels are combined.</param>
/// <param name="Activation">The primary activation.</param>
/// <param name="Secondary">
/// The activation of the gate; meaningful only when <paramref name="Gating"/> is not <see cref="GatingMode.None"/>, else
/// <see cref="DefaultSecondary"/>.
/// </param>
public readonly record struct LayerConfig(int KernelSize, int Dilation, GatingMode Gating, Activation Activation, Activation Secondary)
{
    /// <summary>The gate of a layer whose file names none; also what readers put where no gate is.</summary>
    public static Activation DefaultSecondary { get; } = Activation.Of(ActivationKind.Sigmoid);
}
