using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NamPlugin.Dsp.Models;

/// <summary>One pointwise function with its parameters, normalised: defaults of the format are already filled in.</summary>
/// <param name="Kind">Which function.</param>
/// <param name="Parameters">
/// Empty, except for <see cref="ActivationKind.LeakyReLU"/> (one slope), <see cref="ActivationKind.PReLU"/> (one slope or one per channel)
/// and <see cref="ActivationKind.LeakyHardtanh"/> (min, max, slope below, slope above).
/// </param>
public readonly record struct Activation(ActivationKind Kind, ImmutableArray<float> Parameters)
{
    /// <summary>Slope of a leaky function that names none.</summary>
    public const float DefaultSlope = 0.01f;

    private static readonly ImmutableArray<float> DefaultSlopes = [DefaultSlope];
    private static readonly ImmutableArray<float> DefaultLeakyHardtanh = [-1f, 1f, DefaultSlope, DefaultSlope];

    /// <summary>An activation without parameters.</summary>
    public static Activation Of(ActivationKind kind) => new(kind, []);

    /// <summary>An activation with the parameters that the format gives it when a file names none.</summary>
    public static Activation WithDefaults(ActivationKind kind) => kind switch
    {
        ActivationKind.LeakyReLU or ActivationKind.PReLU => new(kind, DefaultSlopes),
        ActivationKind.LeakyHardtanh => new(kind, DefaultLeakyHardtanh),
        _ => Of(kind),
    };

    /// <summary>Whether this is the same function with the same parameters, bit by bit.</summary>
    public bool Equals(Activation other) =>
        Kind == other.Kind && MemoryMarshal.AsBytes(Parameters.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(other.Parameters.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Kind);
        hash.AddBytes(MemoryMarshal.AsBytes(Parameters.AsSpan()));
        return hash.ToHashCode();
    }
}
