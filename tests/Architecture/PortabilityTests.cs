using System.Text.RegularExpressions;

namespace NamPlugin.Architecture.Tests;

/// <summary>A clone builds anywhere: nothing names one machine's folders or where its packages happen to come from.</summary>
public sealed partial class PortabilityTests
{
    [Fact]
    public void No_text_names_a_folder_of_one_machine() => Rule.Holds(SourceFile.Texts.SelectMany(file => Places(file, file.ReadText(), MachinePath())));

    [Fact]
    public void No_text_names_a_package_registry() => Rule.Holds(SourceFile.Texts.SelectMany(file => Places(file, file.ReadText(), RegistryHost())));

    [Theory]
    [InlineData("work")]
    [InlineData("root")]
    [InlineData("home/someone")]
    [InlineData("Users/someone")]
    public void A_folder_of_one_machine_is_found(string folder) => Assert.Single(Places(new SourceFile("a.md"), $"see /{folder}/x", MachinePath()));

    [Theory]
    [InlineData("https://api", "nuget", "org/v3/index.json")]
    [InlineData("registry", "npmjs", "org")]
    [InlineData("https://pypi", "org", "simple")]
    public void A_registry_is_found(params string[] parts) =>
        Assert.Single(Places(new SourceFile("a.md"), string.Join('.', parts).Replace("org.simple", "org/simple"), RegistryHost()));

    private static IEnumerable<string> Places(SourceFile file, string text, Regex pattern) =>
        pattern.Matches(text).Select(match => $"{file.Path}({CSharpText.LineAt(text, match.Index)}): {match.Value}");

    // Written so that no pattern finds itself.
    [GeneratedRegex(@"(?<![\w.$~\}])/(?:work|root|home/\w+|Users/\w+|mnt/\w+)/|\b[C-Z]:\\(?:Users|Work)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(?:api[.]nuget|registry[.]npmjs|pypi|proxy[.]golang|crates|pkgs[.]dev[.]azure)[.](?:org|io|com)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RegistryHost();
}
