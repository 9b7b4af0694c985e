using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>The tables of <c>docs/identity.md</c>.</summary>
public static class IdentityPage
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedMaterial.RepositoryRoot, "docs", "identity.md"));

    /// <summary>The rows of the parameters' table, by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parameters => Table("Parameters");

    /// <summary>The rows of a section, by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string section)
    {
        var rows = Lines.SkipWhile(line => line != $"## {section}").Skip(2).TakeWhile(line => line.StartsWith('|')).Select(Cells).ToList();
        Assert.True(rows.Count > 2, $"docs/identity.md has no table {section}");
        return [.. rows.Skip(2).Select(cells => rows[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    private static string[] Cells(string line) =>
        [.. line.Replace("\\|", "\0", StringComparison.Ordinal).Trim('|').Split('|').Select(cell => cell.Trim().Replace('\0', '|'))];
}
