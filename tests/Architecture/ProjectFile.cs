using System.Xml.Linq;

namespace NamPlugin.Architecture.Tests;

/// <summary>What a project or props file says about packages, other projects and files, as written: conditions are taken to hold.</summary>
public sealed class ProjectFile
{
    private readonly XDocument _document;

    private ProjectFile(string path, string text)
    {
        Path = path;
        _document = XDocument.Parse(text);
    }

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
        SourceFile.All.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => new ProjectFile(file.Path, file.ReadText())).ToList();

    /// <summary>Relative to the repository's root, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The folder at the top that the project lies in.</summary>
    public string TopFolder => Path[..Path.IndexOf('/')];

    /// <summary>The folders at the top that its project references and linked sources point into.</summary>
    public IEnumerable<string> FoldersReached =>
        Includes("ProjectReference").Concat(Includes("Compile")).Concat(Includes("Reference"))
            .Where(include => include.Contains('/') || include.Contains('\\'))
            .Select(TopFolderOf);

    public static ProjectFile Parse(string path, string text) => new(path, text);

    /// <summary>The packages it references that reach the built program.</summary>
    public IEnumerable<string> RuntimePackages =>
        from reference in _document.Descendants("PackageReference")
        where !string.Equals((string?)reference.Attribute("PrivateAssets") ?? (string?)reference.Element("PrivateAssets"), "all", StringComparison.OrdinalIgnoreCase)
        select (string?)reference.Attribute("Include") ?? (string?)reference.Attribute("Update") ?? "?";

    /// <summary>The packages whose version is written here instead of in Directory.Packages.props.</summary>
    public IEnumerable<string> VersionedPackages =>
        from reference in _document.Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
        select (string?)reference.Attribute("Include") ?? "?";

    private IEnumerable<string> Includes(string item) =>
        _document.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private string TopFolderOf(string include)
    {
        var root = System.IO.Path.GetFullPath("/");
        var full = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, System.IO.Path.GetDirectoryName(Path)!, include.Replace('\\', '/')));
        var relative = System.IO.Path.GetRelativePath(root, full).Replace('\\', '/');
        return relative.Split('/')[0];
    }
}
