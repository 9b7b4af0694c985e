using System.Text.Json.Serialization;
using NamPlugin.Cli.Bench;
using NamPlugin.Cli.Compare;
using NamPlugin.Cli.Info;
using NamPlugin.Cli.Reamp;

namespace NamPlugin.Cli;

/// <summary>Source-generated serialisation for everything that <c>--json</c> prints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReampRecord))]
[JsonSerializable(typeof(ModelRecord))]
[JsonSerializable(typeof(ComparisonRecord))]
[JsonSerializable(typeof(BenchRecord))]
internal sealed partial class CliJson : JsonSerializerContext;
