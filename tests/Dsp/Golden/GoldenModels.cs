using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Golden;

/// <summary>The committed models: small, synthetic, and together using every feature of the format.</summary>
public static class GoldenModels
{
    /// <summary>The names, without extension.</summary>
    public static IEnumerable<string> Names => GoldenMaterial.Files("models", "*.nam").Select(static path => Path.GetFileNameWithoutExtension(path));

    /// <summary>One model; the caller owns it.</summary>
    public static NamModel Load(string name) => ModelFile.Load(GoldenMaterial.PathOf("models", name + ".nam"));

    /// <summary>All models, one after the other; the caller owns them.</summary>
    public static IEnumerable<NamModel> LoadAll() => Names.Select(Load);
}
