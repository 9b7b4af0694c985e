using NamPlugin.Tests.Support;

namespace NamPlugin.Architecture.Tests;

/// <summary>A file of the repository that people write: everything except version control's own and what builds leave.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
public sealed record SourceFile(string Path)
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { ".git", ".vs", ".idea", "artifacts", "bin", "obj" };

    private static readonly HashSet<string> Binary =
        new(StringComparer.OrdinalIgnoreCase) { ".wav", ".nam", ".namb", ".png", ".ttf", ".otf", ".bin" };

    /// <summary>Every such file.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = Walk(new DirectoryInfo(SharedMaterial.RepositoryRoot)).ToList();

    /// <summary>The hand-written C# files.</summary>
    public static IReadOnlyList<SourceFile> CSharp { get; } =
        All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && !IsGenerated(file.Path)).ToList();

    /// <summary>The files that hold text rather than sound, models or pictures.</summary>
    public static IReadOnlyList<SourceFile> Texts { get; } = All.Where(file => !Binary.Contains(System.IO.Path.GetExtension(file.Path))).ToList();

    /// <summary>The folder at the top that the file lies in; empty for files at the root.</summary>
    public string TopFolder => Path.Contains('/') ? Path[..Path.IndexOf('/')] : "";

    /// <summary>The file's name without folder and extensions.</summary>
    public string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    public string ReadText() => File.ReadAllText(System.IO.Path.Combine(SharedMaterial.RepositoryRoot, Path));

    private static bool IsGenerated(string path) => path.Contains(".g.", StringComparison.Ordinal) || path.Contains(".generated.", StringComparison.Ordinal);

    private static IEnumerable<SourceFile> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => !LeftOut.Contains(file.Name)))
            yield return new SourceFile(System.IO.Path.GetRelativePath(SharedMaterial.RepositoryRoot, file.FullName).Replace('\\', '/'));
        foreach (var inner in folder.EnumerateDirectories().Where(inner => !LeftOut.Contains(inner.Name)))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }
    }
}
