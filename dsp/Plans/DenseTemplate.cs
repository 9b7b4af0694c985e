using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>What the dense operations that one convolution becomes have in common; see <see cref="DenseOperation"/>.</summary>
/// <param name="Destination">The signal that receives the result.</param>
internal readonly record struct DenseTemplate(Signal? Destination)
{
    /// <inheritdoc cref="Operation.Sum"/>
    public Signal? Sum { get; init; }

    /// <inheritdoc cref="Operation.StartsSum"/>
    public bool StartsSum { get; init; }

    /// <inheritdoc cref="DenseOperation.Residual"/>
    public Signal? Residual { get; init; }

    /// <inheritdoc cref="DenseOperation.Activation"/>
    public Activation? Activation { get; init; }
}
