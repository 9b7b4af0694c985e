using NamPlugin.Cli.Pictures;

namespace NamPlugin.Cli.Tests.Pictures;

public sealed class CanvasTests
{
    private static readonly Rgba White = new(255, 255, 255);
    private static readonly Rgba Black = new(0, 0, 0);

    [Fact]
    public void A_picture_file_holds_the_pixels_that_were_drawn()
    {
        var canvas = new Canvas(31, 17, Rgba.FromHex(0x123456));
        canvas.FillRectangle(new Box(3, 4, 10, 9), Rgba.FromHex(0xFF8000));
        canvas.Stroke([new Point(0, 0), new Point(30, 16)], 2, White);
        using var stream = new MemoryStream();
        PngFile.Write(canvas, stream);

        var png = Png.Decode(stream.ToArray());

        Assert.Equal((62, 34), (png.Width, png.Height));
        Assert.Equal((0x12, 0x34, 0x56), png.At(61, 0));
        Assert.Equal((0xFF, 0x80, 0), png.At(7, 15));
        for (var y = 0; y < png.Height; y++)
            Assert.Equal(canvas.Row(y).ToArray(), png.Rgb[(y * 62 * 3)..((y + 1) * 62 * 3)]);
    }

    [Fact]
    public void A_saved_picture_leaves_no_other_file_behind()
    {
        var folder = Directory.CreateTempSubdirectory("namplug-test-");
        try
        {
            PngFile.Save(new Canvas(4, 4, Black), Path.Combine(folder.FullName, "a.png"));

            Assert.Equal("a.png", Assert.Single(folder.GetFiles()).Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Edges_between_pixels_are_shared_out()
    {
        var canvas = new Canvas(4, 1, Black, scale: 1);
        canvas.FillRectangle(new Box(0.5, 0, 2.25, 1), White);

        Assert.Equal([128, 255, 64, 0], Greys(canvas, 0));
    }

    [Fact]
    public void A_line_is_as_thick_as_asked_and_no_brighter_where_it_crosses_itself()
    {
        var canvas = new Canvas(20, 20, Black, scale: 1);
        canvas.Stroke([new Point(2, 10), new Point(18, 10), new Point(18, 11), new Point(2, 11), new Point(2, 10)], 3, White.WithOpacity(0.5));
        var column = Enumerable.Range(0, 20).Select(y => (int)Greys(canvas, y)[10]).ToArray();

        Assert.Equal(128, column.Max());
        Assert.Equal(4, column.Sum() / 128.0, 0.1);
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_canvas_or_the_clip()
    {
        var canvas = new Canvas(20, 20, Black);
        canvas.Stroke([new Point(-50, -50), new Point(70, 60)], 5, White);
        canvas.FillRectangle(new Box(-5, -5, 100, 2), White);
        canvas.FillRounded(new Box(-5, 15, 100, 40), 3, White);

        var clipped = new Canvas(20, 20, Black);
        clipped.Stroke([new Point(0, 0), new Point(20, 20)], 6, White, new Box(5, 5, 10, 10));
        Assert.All(Enumerable.Range(0, 10), y => Assert.All(Greys(clipped, y), grey => Assert.Equal(0, grey)));
        Assert.Equal(255, Greys(clipped, 15)[15]);
    }

    [Fact]
    public void Every_printable_character_has_a_form_of_its_own()
    {
        var forms = Enumerable.Range(33, 94).Select(code => Form(((char)code).ToString())).ToArray();

        Assert.Equal(forms.Length, forms.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(Form("\u00e4"), forms);
        Assert.Equal(Form("\u00e4"), Form("\u4e2d"));
    }

    [Fact]
    public void Text_is_as_wide_as_measured_and_cut_to_fit()
    {
        var width = StrokeFont.Measure("WAV 48 kHz", 20);
        var canvas = new Canvas(200, 40, Black);
        StrokeFont.Draw(canvas, new Point(180, 30), "WAV 48 kHz", 20, White, TextAlignment.Right);
        var inked = Enumerable.Range(0, 400).Where(x => Enumerable.Range(0, 80).Any(y => Greys(canvas, y)[x] > 0)).ToArray();

        Assert.InRange(inked.Min() / 2.0, 180 - width - 2, 180 - width + 1);
        Assert.InRange(inked.Max() / 2.0, 179, 182);
        Assert.EndsWith("...", StrokeFont.Fit("a rather long file name.wav", 12, 80), StringComparison.Ordinal);
        Assert.True(StrokeFont.Measure(StrokeFont.Fit("a rather long file name.wav", 12, 80), 12) <= 80);
    }

    private static byte[] Greys(Canvas canvas, int y) => [.. canvas.Row(y).ToArray().Where((_, i) => i % 3 == 0)];

    private static string Form(string letter)
    {
        var canvas = new Canvas(24, 30, Black);
        StrokeFont.Draw(canvas, new Point(4, 20), letter, 20, White);
        return Convert.ToHexString([.. Enumerable.Range(0, canvas.PixelHeight).SelectMany(y => Greys(canvas, y))]);
    }
}
