namespace NamPlugin.Tests.Support;

/// <summary>The small synthetic files that lie in the repository, so that the tests mean something on every clone.</summary>
public static class GoldenMaterial
{
    /// <summary>Absolute path of one file or folder.</summary>
    public static string PathOf(params string[] relative) => Path.Combine([SharedMaterial.RepositoryRoot, "tests", "Golden", .. relative]);

    /// <summary>Absolute paths of the files in one folder, in a fixed order; never empty.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var files = Directory.GetFiles(PathOf(folder), pattern);
        Assert.NotEmpty(files);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
