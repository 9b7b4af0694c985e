using NamPlugin.Dsp.Metering;

namespace NamPlugin.Cli.Pictures;

/// <summary>What the demo shows: the recording before and after the amp, its spectrum, and the width of the network over time.</summary>
internal static class ReampPicture
{
    private const int Width = 1000;
    private const double Margin = 16;

    /// <summary>Draws one channel.</summary>
    /// <param name="title">Headline, such as the model's name.</param>
    /// <param name="subtitle">One line below it.</param>
    /// <param name="input">The recording before; as long as the output.</param>
    /// <param name="output">The recording after.</param>
    /// <param name="sampleRateHz">Rate of both.</param>
    /// <param name="widths">Course of the width, in order; held before the first and after the last.</param>
    public static Canvas Draw(string title, string subtitle, ReadOnlySpan<float> input, ReadOnlySpan<float> output, int sampleRateHz, IReadOnlyList<WidthPoint> widths)
    {
        var canvas = new Canvas(Width, 804, Theme.Background);
        StrokeFont.Draw(canvas, new Point(Margin + 2, 34), StrokeFont.Fit(title, Theme.TitleSize, Width - (2 * Margin)), Theme.TitleSize, Theme.Text);
        StrokeFont.Draw(canvas, new Point(Margin + 2, 58), StrokeFont.Fit(subtitle, Theme.PanelTitleSize, Width - (2 * Margin)), Theme.PanelTitleSize, Theme.SecondaryText);

        var seconds = Math.Max(1, output.Length) / (double)sampleRateHz;
        var time = Axis.Time(0, seconds, 10);
        DrawWaveform(canvas, new Box(Margin, 76, Width - Margin, 206), "DI", time, input, Theme.SecondaryText);
        DrawWaveform(canvas, new Box(Margin, 218, Width - Margin, 378), "Reamped", time, output, Theme.Accent);
        SpectrogramPanel.Draw(canvas, new Box(Margin, 390, Width - Margin, 640), "Reamped, spectrum", time, output, sampleRateHz, ColorMap.Sound);

        var course = new PlotPanel(canvas, new Box(Margin, 652, Width - Margin, 788), "Width", time, Axis.Linear(0, 1.08, 4, value => $"{value * 100:0} %"));
        course.DrawGrid();
        Point[] points =
        [
            new(0, widths[0].Width),
            .. widths.Select(point => new Point(point.Seconds, point.Width)),
            new(Math.Max(seconds, widths[^1].Seconds), widths[^1].Width),
        ];
        course.FillBelow(points, Theme.Accent.WithOpacity(0.18));
        course.DrawCurve(points, Theme.Accent, 2);
        return canvas;
    }

    private static void DrawWaveform(Canvas canvas, Box box, string title, Axis time, ReadOnlySpan<float> samples, Rgba color)
    {
        var peak = Level.Peak(samples);
        var panel = new PlotPanel(canvas, box, title, time, Axis.Amplitude(peak), new LegendEntry(color, $"peak {LevelText.OfFullScale(peak)}"));
        panel.DrawGrid();
        panel.DrawWaveform(samples, color);
    }
}
