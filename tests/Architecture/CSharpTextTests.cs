namespace NamPlugin.Architecture.Tests;

public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("a(); // lock\nb();", "a(); \nb();")]
    [InlineData("a /* lock\nlock */ b", "a \n b")]
    [InlineData("a(\"lock \\\" lock\", b)", "a(, b)")]
    [InlineData("a(@\"c:\\\", b)", "a(@, b)")]
    [InlineData("a(@\"say \"\"lock\"\"\", b)", "a(@, b)")]
    [InlineData("a($\"\"\"say \"lock\" \"\"\", b)", "a($, b)")]
    [InlineData("a('\"', lock, '\\'')", "a(, lock, )")]
    public void Comments_and_literals_are_no_code(string text, string code) =>
        Assert.Equal(code.Replace(" ", ""), CSharpText.CodeOf(text).Replace(" ", ""));

    [Fact]
    public void Positions_stay_where_they_were()
    {
        const string text = "one();\n/* two\n three */ four();";

        var code = CSharpText.CodeOf(text);

        Assert.Equal(text.Length, code.Length);
        Assert.Equal(3, CSharpText.LineAt(code, code.IndexOf("four", StringComparison.Ordinal)));
    }
}
