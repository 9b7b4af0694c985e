using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NamPlugin.Cli.Bench;

/// <summary>How results are written: over many lines, for people and version control to see what changed.</summary>
internal static class BenchJson
{
    /// <summary>For the serialiser.</summary>
    public static JsonTypeInfo<BenchRecord> Type { get; } =
        new CliJson(new JsonSerializerOptions(CliJson.Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).BenchRecord;
}
