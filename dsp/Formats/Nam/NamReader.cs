using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>
/// Reads `.nam` files: JSON objects with a version, an architecture, its configuration and a flat list of weights. All-or-nothing: a
/// model that comes back is complete, its shape is sound and its weights are as many as the shape needs.
/// </summary>
public static class NamReader
{
    /// <summary>What some writers put in place of a sample rate they do not know.</summary>
    private const double UnknownSampleRate = -1;

    /// <summary>
    /// Reads one model. Keys may come in any order; unknown keys are ignored; a key that is read and occurs twice is refused. [main-thread]
    /// </summary>
    /// <param name="utf8">The whole file. A byte order mark is skipped.</param>
    /// <param name="fileName">What to call the file in errors.</param>
    /// <returns>The model, which the caller owns.</returns>
    /// <exception cref="FileFormatException">The file is not a model that can be played; nothing stays allocated.</exception>
    public static NamModel Read(ReadOnlySpan<byte> utf8, string fileName) => ReadModel(JsonText.Parse(utf8, fileName), depth: 1);

    /// <summary>Reads one model object, the root or one inside another.</summary>
    internal static NamModel ReadModel(JsonNode node, int depth)
    {
        if (depth > ModelLimits.Nesting)
            throw node.Refuse("one more model inside a model", $"at most {ModelLimits.Nesting} inside each other", Remedies.TooLarge);

        var warnings = new List<string>();
        var version = ReadVersion(node.Get("version"u8), warnings);
        var architecture = node.Get("architecture"u8);
        var configNode = node.Get("config"u8);
        var weights = node.Get("weights"u8);
        var sampleRateHz = ReadSampleRate(node);
        var metadata = MetadataReader.Read(node, warnings);
        var config = ConfigReader.Read(architecture, configNode, depth);
        try
        {
            if (ShapeRules.FirstViolation(config, sampleRateHz) is { } violation)
                throw configNode.RefuseInside(violation.Path, violation.Found, violation.Expected, violation.TooLarge ? Remedies.TooLarge : Remedies.ExportAgain);
            foreach (var inner in config.InnerModels)
                warnings.AddRange(inner.Warnings);
            return new NamModel
            {
                Version = version,
                Config = config,
                Weights = WeightReader.Read(weights, config),
                SampleRateHz = sampleRateHz,
                Metadata = metadata,
                Warnings = warnings,
            };
        }
        catch
        {
            foreach (var inner in config.InnerModels)
                inner.Dispose();
            throw;
        }
    }

    private static FileVersion ReadVersion(JsonNode node, List<string> warnings)
    {
        if (!FileVersion.TryParse(node.ToText(), out var version))
            throw node.Refuse(node.Describe(), "a version such as \"0.5.4\"", Remedies.ExportAgain);
        if (!version.IsSupported)
            throw node.Refuse($"version {version}", VersionSupport.Range, Remedies.OtherVersion);
        if (version.IsPartlySupported)
            warnings.Add($"{node.Path}: {VersionSupport.Warning(version)}");
        return version;
    }

    private static double? ReadSampleRate(JsonNode model)
    {
        if (!model.TryGet("sample_rate"u8, out var node))
            return null;
        var rate = node.ToDouble();
        if (rate == UnknownSampleRate)
            return null;
        return rate is >= ModelLimits.LowestSampleRateHz and <= ModelLimits.HighestSampleRateHz
            ? rate
            : throw node.Refuse($"{node.Describe()} Hz", $"{ModelLimits.LowestSampleRateHz} to {ModelLimits.HighestSampleRateHz} Hz", Remedies.ExportAgain);
    }
}
