using NamPlugin.Cli.Pictures;
using NamPlugin.Dsp.Metering.Comparison;

namespace NamPlugin.Cli.Tests.Pictures;

public sealed class PictureTests
{
    [Theory]
    [InlineData(0, 48000)]
    [InlineData(1, 48000)]
    [InlineData(50, 8000)]
    [InlineData(48000, 48000)]
    [InlineData(48000, 100)]
    [InlineData(100_000, 192000)]
    public void A_comparison_of_any_length_and_rate_stays_within_its_margins(int length, int sampleRateHz)
    {
        var reference = Sine(length, 0.3f);
        var test = reference.Select((x, i) => x + (i % 7 * 1e-5f)).ToArray();

        AssertMarginIsEmpty(ComparisonPicture.Draw(new string('W', 90), "test.wav", reference, test, sampleRateHz, SignalComparison.Measure(reference, test, 100)));
    }

    [Fact]
    public void Equal_recordings_and_silence_can_be_drawn()
    {
        var sine = Sine(5000, 1f);
        AssertMarginIsEmpty(ComparisonPicture.Draw("a", "b", sine, sine, 48000, SignalComparison.Measure(sine, sine, 100)));
        var silence = new float[5000];
        AssertMarginIsEmpty(ComparisonPicture.Draw("a", "b", silence, silence, 48000, SignalComparison.Measure(silence, silence, 100)));
    }

    [Fact]
    public void An_error_is_seen_where_and_only_where_it_is()
    {
        var reference = Sine(48000, 0.3f);
        var test = reference.ToArray();
        for (var i = 24000; i < 36000; i++)
            test[i] += 0.01f * MathF.Sin(i * 0.3f);
        var canvas = ComparisonPicture.Draw("a", "b", reference, test, 48000, SignalComparison.Measure(reference, test, 100));

        // The plot of the difference spans 906 units from 78 on; its amber fills the third quarter of the time and no other.
        int AmberAt(double seconds) => Enumerable.Range(1030, 240).Count(y => IsAmber(canvas.Row(y).Slice((int)((78 + (906 * seconds)) * 2) * 3, 3)));
        Assert.All(new[] { 0.1, 0.3, 0.45, 0.8, 0.95 }, seconds => Assert.InRange(AmberAt(seconds), 0, 4));
        Assert.All(new[] { 0.55, 0.65, 0.72 }, seconds => Assert.InRange(AmberAt(seconds), 150, 240));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    public void A_reamp_shows_the_course_of_the_width(int length)
    {
        var canvas = ReampPicture.Draw("Model", "Subtitle", Sine(length, 0.5f), Sine(length, 0.2f), 10_000, [new(0, 1), new(1, 1), new(1, 0.2)]);

        AssertMarginIsEmpty(canvas);
        if (length == 0)
            return;

        // The curve stands at 100 % a quarter into the plot and at 20 % three quarters into it.
        int HighestAccent(double share) => Enumerable.Range(1366, 180).First(y => IsAccent(canvas.Row(y).Slice((int)((78 + (906 * share)) * 2) * 3, 3)));
        Assert.True(HighestAccent(0.25) < HighestAccent(0.75) - 80);
    }

    [Theory]
    [InlineData(0, 20, "0 s", "20 s")]
    [InlineData(0, 600, "0 min", "10 min")]
    [InlineData(0, 0.01, "0 ms", "10 ms")]
    public void Time_is_labelled_in_the_unit_that_suits_it(double from, double to, string first, string last)
    {
        var ticks = Axis.Time(from, to, 10).Ticks;

        Assert.Equal((first, last), (ticks[0].Label, ticks[^1].Label));
        Assert.Equal(to, ticks[^1].Value, 1e-9);
    }

    [Fact]
    public void Positions_and_values_are_inverse_on_both_kinds_of_axis()
    {
        foreach (var axis in new[] { Axis.Frequency(30, 20000), Axis.Amplitude(0.3) })
        {
            foreach (var position in new[] { 0, 0.25, 0.9, 1 })
                Assert.Equal(position, axis.Position(axis.Value(position)), 1e-12);
        }
    }

    private static void AssertMarginIsEmpty(Canvas canvas)
    {
        for (var y = 0; y < canvas.PixelHeight; y++)
        {
            var row = canvas.Row(y).ToArray();
            var isOuter = y < 20 || y >= canvas.PixelHeight - 20;
            for (var x = 0; x < canvas.PixelWidth; x += isOuter ? 1 : x == 19 ? canvas.PixelWidth - 39 : 1)
                Assert.True(row[x * 3] == Theme.Background.R && row[(x * 3) + 2] == Theme.Background.B, $"ink at {x}, {y}");
        }
    }

    private static bool IsAmber(ReadOnlySpan<byte> pixel) => pixel[0] > 150 && pixel[2] < 100;

    private static bool IsAccent(ReadOnlySpan<byte> pixel) => pixel[1] > 140 && pixel[0] < 110;

    private static float[] Sine(int length, float amplitude) => [.. Enumerable.Range(0, length).Select(i => amplitude * MathF.Sin(i * 0.05f))];
}
