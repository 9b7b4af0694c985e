using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Golden;

/// <summary>The committed models: small, synthetic, and together using every feature of the format.</summary>
public static class GoldenModels
{
    /// <summary>Where renders, models and their manifest lie.</summary>
    public static string Folder { get; } = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Golden", "renders");

    /// <summary>The names, without extension.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(Folder, "models"), "*.nam").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>One model; the caller owns it.</summary>
    public static NamModel Load(string name) => ModelFile.Load(Path.Combine(Folder, "models", name + ".nam"));

    /// <summary>All models, one after the other; the caller owns them.</summary>
    public static IEnumerable<NamModel> LoadAll() => Names.Select(Load);
}
