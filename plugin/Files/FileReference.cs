namespace NamPlugin.Plugin.Files;

/// <summary>A file that a session names: where it was chosen, and what it contained.</summary>
/// <param name="Path">Absolute path; of a file that a preset names only relatively, that path until the file has been found.</param>
/// <param name="RelativePath">The same seen from a library folder, with forward slashes; null when it lay in none.</param>
/// <param name="Contents">What it contained when it was last loaded; null when it never was. Whoever keeps a reference holds them.</param>
internal sealed record FileReference(string Path, string? RelativePath, FileContents? Contents)
{
    /// <summary>The name for people.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether two references name one file with the same contents, as far as these are known.</summary>
    public static bool AreSame(FileReference? one, FileReference? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Path == other.Path && (one.Contents is null || other.Contents is null || one.Contents == other.Contents);

    /// <summary>This reference, its contents held once more.</summary>
    public FileReference Hold()
    {
        // Whoever asks holds them, so they cannot have gone.
        Contents?.TryHold();
        return this;
    }

    /// <summary>Lets the contents go.</summary>
    public void Release() => Contents?.Release();
}
