using System.Text.RegularExpressions;

namespace NamPlugin.Architecture.Tests;

/// <summary>Whoever knows a type's name knows its file, and the other way round.</summary>
public sealed partial class TypeFileTests
{
    [Fact]
    public void A_file_holds_one_public_type_and_bears_its_name() =>
        Rule.Holds(SourceFile.CSharp.SelectMany(file => Violations(file, file.ReadText())));

    [Fact]
    public void No_type_is_named_after_a_vague_role() =>
        Rule.Holds(SourceFile.CSharp.SelectMany(file => VagueNames(file, file.ReadText())));

    [Theory]
    [InlineData("public class One;\npublic struct Two { }", "dsp/One.cs also holds Two")]
    [InlineData("public sealed unsafe partial class Two<T>\n{\n}", "dsp/One.cs holds Two")]
    [InlineData("public readonly ref struct Two { }", "dsp/One.cs holds Two")]
    [InlineData("public readonly record struct Two(int A);", "dsp/One.cs holds Two")]
    [InlineData("public delegate void Two(int a);", "dsp/One.cs holds Two")]
    [InlineData("public enum One { }\n// public enum Two\ninternal class Three;", null)]
    public void A_type_in_the_wrong_file_is_found(string text, string? violation) =>
        Assert.Equal(violation is null ? [] : [violation], Violations(new SourceFile("dsp/One.cs"), text));

    [Theory]
    [InlineData("internal static class BufferHelper { }")]
    [InlineData("public class ModelManager { }")]
    [InlineData("    private static class MathUtils { }")]
    public void A_vague_name_is_found(string text) => Assert.Single(VagueNames(new SourceFile("dsp/One.cs"), text));

    // With file-scoped namespaces, what begins in the first column is not nested.
    private static IEnumerable<string> Violations(SourceFile file, string text)
    {
        var names = PublicType().Matches(CSharpText.CodeOf(text)).Select(match => Name(match)).Distinct().ToList();
        if (names.Count == 0)
            yield break;
        if (names[0] != file.Stem)
            yield return $"{file.Path} holds {names[0]}";
        foreach (var name in names.Skip(1))
            yield return $"{file.Path} also holds {name}";
    }

    private static IEnumerable<string> VagueNames(SourceFile file, string text) =>
        AnyType().Matches(CSharpText.CodeOf(text)).Select(Name).Where(name => Vague().IsMatch(name)).Select(name => $"{file.Path}: {name}");

    private static string Name(Match match) => match.Groups["name"].Value;

    [GeneratedRegex(@"^public\s[^;{=()]*?\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>\[\]?*.]+)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyType();

    [GeneratedRegex("(?:Managers?|Helpers?|Utils?|Utility|Utilities)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();
}
