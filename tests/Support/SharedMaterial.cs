namespace NamPlugin.Tests.Support;

/// <summary>
/// The large reference renders and recordings lie beside the checkout, in <c>../shared</c>. A clone without them runs every other test
/// and counts these as skipped.
/// </summary>
public static class SharedMaterial
{
    /// <summary>The repository's root folder.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>Whether the folder is there.</summary>
    public static bool IsPresent { get; } = Directory.Exists(Path.Combine(Root, "reference"));

    private static string Root => Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"));

    /// <summary>Absolute path of a file or folder under <c>../shared</c>; skips the calling test when the folder is absent.</summary>
    public static string Require(string relative)
    {
        Assert.SkipUnless(IsPresent, "../shared is not beside this checkout");
        return Path.Combine(Root, relative);
    }

    private static string FindRepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NamPlugin.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
