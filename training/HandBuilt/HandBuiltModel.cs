using System.Text.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Training.HandBuilt;

/// <summary>The model that ships with the program until a trained one takes its place.</summary>
public static class HandBuiltModel
{
    // RMS at full width for the built-in direct recording, which stands in for the trainer's own input.
    private const double LoudnessDb = -16.08;

    /// <summary>Writes it as a `.nam` file: a slimmable WaveNet for 48 kHz, from two to eight channels wide.</summary>
    public static void WriteNam(Stream stream)
    {
        var sketch = MildOverdrive.Build();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false });
        json.WriteStartObject();
        json.WriteString("version", FileVersion.Newest.ToString());
        json.WriteStartObject("metadata");
        json.WriteString("name", "Mild Overdrive");
        json.WriteString("modeled_by", "NamPlugin");
        json.WriteString("gear_type", "pedal_amp");
        json.WriteString("tone_type", "overdrive");
        json.WriteNumber("loudness", LoudnessDb);
        json.WriteEndObject();
        json.WriteString("architecture", "WaveNet");
        json.WriteStartObject("config");
        json.WriteStartArray("layers");
        WriteLayerArray(json, sketch);
        json.WriteEndArray();
        json.WriteNumber("head_scale", sketch.HeadScale);
        json.WriteEndObject();
        WriteNumbers(json, "weights", sketch.Weights());
        json.WriteNumber("sample_rate", 48000);
        json.WriteEndObject();
    }

    private static void WriteLayerArray(Utf8JsonWriter json, WaveNetSketch sketch)
    {
        json.WriteStartObject();
        json.WriteNumber("input_size", 1);
        json.WriteNumber("condition_size", 1);
        json.WriteNumber("channels", sketch.Channels);
        json.WriteNumber("kernel_size", WaveNetSketch.KernelSize);
        WriteNumbers(json, "dilations", sketch.Dilations.Select(dilation => (float)dilation));
        json.WriteString("activation", "Tanh");
        json.WriteBoolean("gated", false);
        json.WriteNumber("head_size", 1);
        json.WriteBoolean("head_bias", false);
        json.WriteStartObject("slimmable");
        json.WriteString("method", "slice_channels_uniform");
        json.WriteStartObject("kwargs");
        WriteNumbers(json, "allowed_channels", Enumerable.Range(2, sketch.Channels - 1).Select(channels => (float)channels));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<float> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
