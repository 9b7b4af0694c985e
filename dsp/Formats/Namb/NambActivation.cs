using System.Runtime.InteropServices;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>An activation: type, number of parameters, parameters as float32.</summary>
internal static class NambActivation
{
    public static Activation Read(ref NambCursor cursor)
    {
        var kind = (ActivationKind)cursor.Byte();
        if (!Enum.IsDefined(kind))
            throw cursor.Refuse(1, $"activation {(int)kind}", $"0 to {(int)ActivationKind.Softsign}", Remedies.OtherArchitecture);
        var stored = new float[cursor.Byte()];
        for (var i = 0; i < stored.Length; i++)
            stored[i] = cursor.Single();

        // Too few parameters mean the defaults, surplus ones are skipped; only PReLU takes as many as there are.
        var defaults = Activation.WithDefaults(kind);
        if (stored.Length < defaults.Parameters.Length || defaults.Parameters.IsEmpty)
            return defaults;
        var taken = kind == ActivationKind.PReLU ? stored : stored[..defaults.Parameters.Length];
        return new Activation(kind, ImmutableCollectionsMarshal.AsImmutableArray(taken));
    }

    public static void Write(NambBuffer buffer, string path, Activation activation)
    {
        buffer.Byte(path, (int)activation.Kind);
        buffer.Byte($"{path} parameters", activation.Parameters.Length);
        foreach (var parameter in activation.Parameters)
            buffer.Single(parameter);
    }

    /// <summary>What stands for the secondary activation of an ungated layer.</summary>
    public static void WritePlaceholder(NambBuffer buffer) => buffer.Zeros(2);
}
