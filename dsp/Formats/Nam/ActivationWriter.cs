using System.Text.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Writes activations: the name alone where the parameters are the format's defaults.</summary>
internal static class ActivationWriter
{
    public static void Write(Utf8JsonWriter json, Activation activation)
    {
        var name = activation.Kind.ToString();
        if (activation == Activation.WithDefaults(activation.Kind))
        {
            json.WriteStringValue(name);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, name);
        switch (activation.Kind)
        {
            case ActivationKind.LeakyHardtanh:
                Number(json, "min_val"u8, activation.Parameters[0]);
                Number(json, "max_val"u8, activation.Parameters[1]);
                Number(json, "min_slope"u8, activation.Parameters[2]);
                Number(json, "max_slope"u8, activation.Parameters[3]);
                break;
            case ActivationKind.PReLU when activation.Parameters.Length > 1:
                json.WriteStartArray("negative_slopes"u8);
                foreach (var slope in activation.Parameters)
                    ExactSingle.Write(json, slope);
                json.WriteEndArray();
                break;
            default:
                Number(json, "negative_slope"u8, activation.Parameters[0]);
                break;
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> key, float value)
    {
        json.WritePropertyName(key);
        ExactSingle.Write(json, value);
    }
}
