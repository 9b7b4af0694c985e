using System.Collections.Immutable;
using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Reads activations: a name, or an object with a type and parameters ('.nam' section 2).</summary>
internal static class ActivationReader
{
    public static Activation Read(JsonNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.String:
                return Activation.WithDefaults(ReadKind(node));
            case JsonKind.Object:
                var kind = ReadKind(node.Get("type"u8));
                return kind switch
                {
                    ActivationKind.LeakyReLU when node.TryGet("negative_slope"u8, out var slope) => new Activation(kind, [slope.ToSingle()]),
                    ActivationKind.PReLU when node.TryGet("negative_slope"u8, out var slope) => new Activation(kind, [slope.ToSingle()]),
                    ActivationKind.PReLU when node.TryGet("negative_slopes"u8, out var slopes) => new Activation(kind, ReadSlopes(slopes)),
                    ActivationKind.LeakyHardtanh => ReadLeakyHardtanh(node),
                    _ => Activation.WithDefaults(kind),
                };
            default:
                throw node.WrongKind("the name of an activation, or an object with a type");
        }
    }

    private static ActivationKind ReadKind(JsonNode name) => name.ToText() switch
    {
        "Tanh" => ActivationKind.Tanh,
        "Hardtanh" => ActivationKind.Hardtanh,
        "Fasttanh" => ActivationKind.Fasttanh,
        "ReLU" => ActivationKind.ReLU,
        "LeakyReLU" => ActivationKind.LeakyReLU,
        "PReLU" => ActivationKind.PReLU,
        "Sigmoid" => ActivationKind.Sigmoid,
        "SiLU" => ActivationKind.SiLU,
        "Hardswish" => ActivationKind.Hardswish,
        "LeakyHardtanh" or "LeakyHardTanh" => ActivationKind.LeakyHardtanh,
        "Softsign" => ActivationKind.Softsign,
        _ => throw name.Refuse(name.Describe(), "Tanh, Hardtanh, Fasttanh, ReLU, LeakyReLU, PReLU, Sigmoid, SiLU, Hardswish, LeakyHardtanh or Softsign", Remedies.OtherArchitecture),
    };

    private static ImmutableArray<float> ReadSlopes(JsonNode list)
    {
        var slopes = ImmutableArray.CreateBuilder<float>(list.Count(ModelLimits.Channels));
        foreach (var slope in list.Elements())
            slopes.Add(slope.ToSingle());
        return slopes.Count > 0 ? slopes.MoveToImmutable() : throw list.Refuse("no slopes", "one slope per channel", Remedies.ExportAgain);
    }

    private static Activation ReadLeakyHardtanh(JsonNode node)
    {
        var defaults = Activation.WithDefaults(ActivationKind.LeakyHardtanh).Parameters;
        return new Activation(
            ActivationKind.LeakyHardtanh,
            [
                Parameter(node, "min_val"u8, defaults[0]),
                Parameter(node, "max_val"u8, defaults[1]),
                Parameter(node, "min_slope"u8, defaults[2]),
                Parameter(node, "max_slope"u8, defaults[3]),
            ]);
    }

    private static float Parameter(JsonNode node, ReadOnlySpan<byte> key, float absent) => node.TryGet(key, out var value) ? value.ToSingle() : absent;
}
