using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Reads the flat list of weights straight into unmanaged memory.</summary>
internal static class WeightReader
{
    /// <summary>Every number of <paramref name="list"/>, parsed as double and rounded to float32.</summary>
    /// <exception cref="FileFormatException">The list holds something else, or not as many numbers as the shape needs.</exception>
    public static NativeBuffer<float> Read(JsonNode list, ModelConfig config)
    {
        var expected = (int)WeightCount.Of(config);

        // Every number takes a digit and a comma, so a list that is too short to hold the weights is refused before they are allocated.
        if (list.Kind != JsonKind.Array)
            throw list.WrongKind("an array");
        if (list.Raw.Length / 2 < expected)
            throw WrongCount(list, expected);

        var weights = new NativeBuffer<float>(expected);
        try
        {
            Fill(weights.Span, list);
            return weights;
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    private static void Fill(Span<float> weights, JsonNode list)
    {
        var count = 0;
        foreach (var element in list.Elements())
        {
            if (count == weights.Length)
                throw WrongCount(list, weights.Length);
            weights[count++] = element.ToSingle();
        }

        if (count != weights.Length)
            throw WrongCount(list, weights.Length);
    }

    private static FileFormatException WrongCount(JsonNode list, int expected) =>
        list.Refuse($"{list.Count(int.MaxValue)} weights", $"{expected} for this configuration", Remedies.ExportAgain);
}
