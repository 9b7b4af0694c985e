using NamPlugin.Cli.Bench;
using NamPlugin.Cli.Pictures;

namespace NamPlugin.Cli.Tests.Bench;

public sealed class BenchPictureTests
{
    [Fact]
    public void A_bar_is_as_long_as_the_share_of_the_core_and_carries_its_floor()
    {
        // At 50 kHz a sample has 20,000 ns: 10 % and 5 % of a core, with the floor at the half.
        var canvas = BenchDrawing.Draw(BaselineTests.Record(BaselineTests.Result("one", 64, 2000), BaselineTests.Result("two", 64, 1000)));

        var (one, two) = (Spans(canvas, row: 0), Spans(canvas, row: 1));
        Assert.Equal(2, (double)one.Bar / two.Bar, 0.02);
        Assert.Equal(one.Bar / 2.0, one.Floor, 4.0);
        Assert.Equal(two.Bar / 2.0, two.Floor, 4.0);
    }

    [Theory]
    [InlineData(1, 1e-3)]
    [InlineData(1, 1e7)]
    [InlineData(40, 300)]
    public void Any_number_of_models_of_any_cost_stays_within_the_margins(int models, double nanoseconds)
    {
        var name = new string('W', 60);
        var canvas = BenchDrawing.Draw(BaselineTests.Record([.. Enumerable.Range(0, models).Select(index => BaselineTests.Result($"{name}{index}", 64, nanoseconds))]));

        for (var y = 0; y < canvas.PixelHeight; y++)
        {
            var row = canvas.Row(y).ToArray();
            for (var x = 0; x < 20; x++)
            {
                Assert.True(row[x * 3] == Theme.Background.R && row[^((x * 3) + 3)] == Theme.Background.R, $"ink at {x}, {y}");
            }
        }
    }

    [Fact]
    public void Without_the_usual_block_the_largest_one_is_drawn()
    {
        var record = BaselineTests.Record(BaselineTests.Result("one", 1, 4000), BaselineTests.Result("one", 256, 1000), BaselineTests.Result("one", 64, 1000, instances: 8));

        Assert.Equal(256, record.ReferenceBlock);
        Assert.True(Spans(BenchDrawing.Draw(record), row: 0).Bar > 0);
    }

    // Pixels from the bar's start to its end and to the mark of the floor, in the middle of a row.
    private static (int Bar, int Floor) Spans(Canvas canvas, int row)
    {
        var pixels = canvas.Row((int)(2 * (76 + 30 + 15 + (30 * row))));
        var (first, last, floor) = (-1, -1, -1);
        for (var x = 0; x < canvas.PixelWidth; x++)
        {
            var pixel = (pixels[x * 3], pixels[(x * 3) + 1], pixels[(x * 3) + 2]);
            if (pixel == (Theme.Accent.R, Theme.Accent.G, Theme.Accent.B))
                (first, last) = (first < 0 ? x : first, x);
            if (pixel == (Theme.Warn.R, Theme.Warn.G, Theme.Warn.B))
                floor = x;
        }

        return (last - first, floor - first);
    }
}
