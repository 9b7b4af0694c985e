namespace NamPlugin.Architecture.Tests;

/// <summary>Short files are read; long ones are searched. The limits are those of CONTRIBUTING.md.</summary>
public sealed class FileLengthTests
{
    private static readonly (string Path, int Lines)[] Lengths =
        SourceFile.CSharp.Select(file => (file.Path, CSharpText.LineAt(file.ReadText().TrimEnd(), file.ReadText().TrimEnd().Length)))
            .OrderBy(file => file.Item2).ToArray();

    [Fact]
    public void No_file_is_longer_than_500_lines() => Rule.Holds(Lengths.Where(file => file.Lines > 500).Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void Half_of_the_files_have_at_most_120_lines() => Assert.InRange(Lengths[Lengths.Length / 2].Lines, 1, 120);

    [Fact]
    public void Nine_in_ten_files_have_at_most_300_lines() => Assert.InRange(Lengths[Lengths.Length * 9 / 10].Lines, 1, 300);
}
