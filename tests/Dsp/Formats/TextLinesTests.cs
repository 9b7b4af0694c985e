using System.Text;
using NamPlugin.Dsp.Formats;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>People write these files with any editor.</summary>
public sealed class TextLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string List => _folder["list"];

    [Theory]
    [InlineData("/a\n/b\n")]
    [InlineData("/a\n/b")]
    [InlineData("/a\r\n\r\n/b\r\n")]
    [InlineData("\uFEFF/a\n\n/b")]
    public void Every_line_that_is_not_empty_is_an_entry(string text)
    {
        File.WriteAllBytes(List, Encoding.UTF8.GetBytes(text));

        Assert.Equal(["/a", "/b"], TextLines.Read(List));
    }

    [Fact]
    public void An_entry_keeps_its_letters()
    {
        File.WriteAllBytes(List, "/Verstärker und mehr \n/\u2028"u8);

        Assert.Equal(["/Verstärker und mehr ", "/\u2028"], TextLines.Read(List));
    }

    [Fact]
    public void A_list_that_is_not_there_is_said_to_be_missing() => Assert.Throws<FileNotFoundException>(() => TextLines.Read(List));

    public void Dispose() => _folder.Dispose();
}
