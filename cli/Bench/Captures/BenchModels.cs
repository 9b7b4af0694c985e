using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.Bench.Captures;

/// <summary>What is measured: files, or the standard set.</summary>
internal static class BenchModels
{
    /// <summary>Loads files; none at all means the standard set. The caller owns the models.</summary>
    /// <exception cref="FileFormatException">A file cannot be read; then nothing is measured.</exception>
    public static IReadOnlyList<BenchModel> Load(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            return StandardCaptures.Create();
        var models = new List<BenchModel>(paths.Count);
        try
        {
            foreach (var path in paths)
                models.Add(new BenchModel(NameOf(path, paths), ModelFile.Load(path)));
            return models;
        }
        catch
        {
            foreach (var model in models)
                model.Dispose();
            throw;
        }
    }

    // Results are compared by name: of files in different folders, the path must tell which is which.
    private static string NameOf(string path, IReadOnlyList<string> paths)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return paths.Count(other => Path.GetFileNameWithoutExtension(other) == name) == 1 ? name : path;
    }
}
