using NamPlugin.Tests.Support;

namespace NamPlugin.Architecture.Tests;

/// <summary>Data goes one way through this code base, and so do references: the table of ARCHITECTURE.md, checked.</summary>
public sealed class ReferenceArrowTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["dsp"] = [],
        ["plugin"] = ["dsp"],
        ["gui"] = [],
        ["aot"] = ["plugin", "gui"],
        ["embedded-port"] = ["dsp"],
        ["training"] = ["dsp"],
        ["cli"] = ["dsp", "training", "embedded-port"],
        ["bench"] = ["dsp"],
        ["assets"] = ["dsp", "training"],
        ["tests"] = ["dsp", "plugin", "gui", "aot", "embedded-port", "training", "cli", "bench", "assets"],
    };

    [Fact]
    public void Every_reference_is_an_arrow_of_the_table() => Rule.Holds(ProjectFile.Projects.SelectMany(Violations));

    [Theory]
    [InlineData("dsp/a.csproj", "<ProjectReference Include=\"../training/b.csproj\" />", "dsp/a.csproj may not reference training")]
    [InlineData("plugin/Vst3/a.csproj", "<ProjectReference Include=\"..\\..\\gui\\b.csproj\" />", "plugin/Vst3/a.csproj may not reference gui")]
    [InlineData("gui/a.csproj", "<Compile Include=\"../dsp/Memory/*.cs\" />", "gui/a.csproj may not reference dsp")]
    [InlineData("misc/a.csproj", "", "misc/a.csproj lies in a folder that the table does not know")]
    public void An_arrow_that_is_not_in_the_table_is_found(string path, string item, string violation) =>
        Assert.Equal([violation], Violations(ProjectFile.Parse(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>")));

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "NamPlugin.sln")).Replace('\\', '/');

        Assert.All(ProjectFile.Projects, project => Assert.Contains($"\"{project.Path}\"", solution));
    }

    private static IEnumerable<string> Violations(ProjectFile project)
    {
        if (!MayReference.TryGetValue(project.TopFolder, out var allowed))
            return [$"{project.Path} lies in a folder that the table does not know"];
        return project.FoldersReached
            .Where(folder => folder != project.TopFolder && !allowed.Contains(folder))
            .Distinct()
            .Select(folder => $"{project.Path} may not reference {folder}");
    }
}
