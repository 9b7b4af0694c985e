using System.Text.Json.Nodes;

namespace NamPlugin.Dsp.Tests.Reference;

/// <summary>One entry of a reference manifest: a model, an input, a width and the output that an independent implementation gave.</summary>
public sealed record ReferenceCase
{
    public required string Id { get; init; }

    public required string Folder { get; init; }

    public required string Model { get; init; }

    public required string Input { get; init; }

    public required double? Width { get; init; }

    public required IReadOnlyList<string> Expected { get; init; }

    public required bool DelaysInputChannels { get; init; }

    public required IReadOnlyList<(int AtSample, double Width)> WidthChanges { get; init; }

    public required double ToleranceMaxAbs { get; init; }

    public required double ToleranceRms { get; init; }

    /// <summary>The cases of a manifest that hold for an exact implementation which applies every FiLM.</summary>
    public static IReadOnlyList<ReferenceCase> ReadManifest(string folder)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        return [.. manifest["cases"]!.AsArray().Select(static node => node!).Where(IsExact).Select(node => Read(folder, node))];
    }

    public override string ToString() => Id;

    // Left out: the approximation of tanh that the reference can be switched to, and the FiLM that its release skips.
    private static bool IsExact(JsonNode node) =>
        !(bool)node["fast_tanh"]! && node["layer1x1_post_film"]?.ToString().StartsWith("core-0.5.5", StringComparison.Ordinal) != true;

    private static ReferenceCase Read(string folder, JsonNode node) => new()
    {
        Id = (string)node["id"]!,
        Folder = folder,
        Model = (string)node["model"]!,
        Input = (string)node["input"]!,
        Width = (double?)node["size"],
        Expected = node["expected_channels"] is JsonArray channels ? [.. channels.Select(static channel => (string)channel!)] : [(string)node["expected"]!],
        DelaysInputChannels = node["input_channels"] is not null,
        WidthChanges = node["size_changes"] is JsonArray changes ? [.. changes.Select(static change => ((int)change!["at_sample"]!, (double)change["size"]!))] : [],
        ToleranceMaxAbs = (double)node["tolerance_max_abs"]!,
        ToleranceRms = (double)node["tolerance_rms"]!,
    };
}
