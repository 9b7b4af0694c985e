using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>
/// Writes `.nam` files. Reading one back gives the same model in every field and every bit of every weight. Where the format has an old
/// and a new way to say something, the old one is used if it can say it, so that older players understand as much as possible.
/// </summary>
public static class NamWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Json.JsonText.MaxDepth };

    /// <summary>The bytes of a whole file: JSON in UTF-8. [main-thread]</summary>
    /// <param name="model">A sound model, as readers return it.</param>
    /// <exception cref="ArgumentException">The model breaks <see cref="ShapeRules"/> or has the wrong number of weights.</exception>
    public static ReadOnlyMemory<byte> Write(NamModel model)
    {
        ModelGuard.ThrowIfUnsound(model);
        var bytes = new ArrayBufferWriter<byte>(initialCapacity: 64 << 10);
        using var json = new Utf8JsonWriter(bytes, Options);
        WriteModel(json, model);
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Writes one model object, the root or one inside another.</summary>
    internal static void WriteModel(Utf8JsonWriter json, NamModel model)
    {
        json.WriteStartObject();
        json.WriteString("version"u8, model.Version.ToString());
        MetadataWriter.Write(json, model.Metadata);
        json.WriteString("architecture"u8, NameOf(model.Config.Architecture));
        json.WriteStartObject("config"u8);
        ConfigWriter.Write(json, model);
        json.WriteEndObject();
        if (model.SampleRateHz is { } rate)
            json.WriteNumber("sample_rate"u8, rate);
        json.WriteStartArray("weights"u8);
        foreach (var weight in model.Weights.Span)
            ExactSingle.Write(json, weight);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string NameOf(Architecture architecture) => architecture switch
    {
        Architecture.Lstm => "LSTM",
        _ => architecture.ToString(),
    };
}
