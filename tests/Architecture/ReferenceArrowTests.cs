using NamPlugin.Tests.Support;

namespace NamPlugin.Architecture.Tests;

/// <summary>Data goes one way through this code base, and so do references: the table in ARCHITECTURE.md, read from there and checked.</summary>
public sealed class ReferenceArrowTests
{
    private static readonly Dictionary<string, string[]> MayReference =
        Table(File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "ARCHITECTURE.md")));

    [Fact]
    public void The_engine_and_the_editor_stand_alone()
    {
        Assert.Empty(MayReference["dsp"]);
        Assert.Empty(MayReference["gui"]);
    }

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

    // Rows of the form: | `folder` what it is | `a`, `b` | -- "nothing" and "all" in place of a list.
    private static Dictionary<string, string[]> Table(string markdown)
    {
        var rows = markdown.Split('\n')
            .SkipWhile(line => !line.StartsWith("| folder | may reference |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|'))
            .ToDictionary(cells => Quoted(cells[1])[0], cells => cells[2], StringComparer.Ordinal);
        return rows.ToDictionary(row => row.Key, row => row.Value.Trim() == "all" ? rows.Keys.ToArray() : Quoted(row.Value), StringComparer.Ordinal);
    }

    private static string[] Quoted(string cell) => cell.Split('`').Where((_, index) => index % 2 == 1).ToArray();

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
