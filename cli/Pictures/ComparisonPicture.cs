using NamPlugin.Dsp.Metering;
using NamPlugin.Dsp.Metering.Comparison;

namespace NamPlugin.Cli.Pictures;

/// <summary>
/// What <c>compare</c> draws: both recordings on top of each other, a close look at the place where they differ most, the difference, and the
/// difference over time and frequency.
/// </summary>
internal static class ComparisonPicture
{
    private const int Width = 1000;
    private const double Margin = 16;
    private const double CloseUpSeconds = 0.012;

    /// <summary>Draws one channel of two recordings over the length that both have.</summary>
    public static Canvas Draw(string referenceName, string testName, ReadOnlySpan<float> reference, ReadOnlySpan<float> test, int sampleRateHz, SignalComparison result)
    {
        var length = Math.Min(reference.Length, test.Length);
        reference = reference[..length];
        test = test[..length];
        var difference = new float[length];
        for (var i = 0; i < length; i++)
            difference[i] = reference[i] - test[i];

        var canvas = new Canvas(Width, 940, Theme.Background);
        StrokeFont.Draw(canvas, new Point(Margin + 2, 34), StrokeFont.Fit($"{referenceName}  /  {testName}", Theme.TitleSize, Width - (2 * Margin)), Theme.TitleSize, Theme.Text);
        StrokeFont.Draw(canvas, new Point(Margin + 2, 58), Summary(result), Theme.PanelTitleSize, Theme.SecondaryText);

        var time = Axis.Time(0, Math.Max(1, length) / (double)sampleRateHz, 10);
        var peak = Math.Max(Level.Peak(reference), Level.Peak(test));
        LegendEntry[] legend = [new(Theme.SecondaryText, "reference"), new(Theme.Accent, "test")];

        var overlay = new PlotPanel(canvas, new Box(Margin, 76, Width - Margin, 266), "Waveforms", time, Axis.Amplitude(peak), legend: legend);
        overlay.DrawGrid();
        overlay.DrawWaveform(reference, Theme.SecondaryText.WithOpacity(0.75));
        overlay.DrawWaveform(test, Theme.Accent.WithOpacity(0.65));

        DrawCloseUp(canvas, new Box(Margin, 278, Width - Margin, 468), reference, test, difference, sampleRateHz, legend);

        var differencePeak = Level.Peak(difference);
        var differencePanel = new PlotPanel(
            canvas, new Box(Margin, 480, Width - Margin, 650), "Difference", time, Axis.Amplitude(differencePeak), legend: [new(Theme.Warn, $"peak {LevelText.OfFullScale(differencePeak)}")]);
        differencePanel.DrawGrid();
        differencePanel.DrawWaveform(difference, Theme.Warn);

        SpectrogramPanel.Draw(canvas, new Box(Margin, 662, Width - Margin, 924), "Spectrum of the difference", time, difference, sampleRateHz, ColorMap.Error);
        return canvas;
    }

    private static void DrawCloseUp(Canvas canvas, Box box, ReadOnlySpan<float> reference, ReadOnlySpan<float> test, float[] difference, int sampleRateHz, LegendEntry[] legend)
    {
        var worst = 0;
        for (var i = 1; i < difference.Length; i++)
        {
            if (Math.Abs(difference[i]) > Math.Abs(difference[worst]))
                worst = i;
        }

        var reach = Math.Max(2, (int)(CloseUpSeconds * sampleRateHz / 2));
        var from = Math.Max(0, Math.Min(worst - reach, difference.Length - (2 * reach)));
        var to = Math.Min(difference.Length, from + (2 * reach));
        var peak = Math.Max(Level.Peak(reference[from..to]), Level.Peak(test[from..to]));
        var time = Axis.Time((double)from / sampleRateHz, Math.Max(from + 1, to) / (double)sampleRateHz, 6);
        var panel = new PlotPanel(canvas, box, $"Around the largest difference, at {(double)worst / sampleRateHz:0.000} s", time, Axis.Amplitude(peak), legend: legend);
        panel.DrawGrid();
        panel.DrawCurve(Points(reference, from, to, sampleRateHz), Theme.SecondaryText, 2.6);
        panel.DrawCurve(Points(test, from, to, sampleRateHz), Theme.Accent, 1.3);
    }

    private static Point[] Points(ReadOnlySpan<float> samples, int from, int to, int sampleRateHz)
    {
        var points = new Point[to - from];
        for (var i = 0; i < points.Length; i++)
            points[i] = new Point((double)(from + i) / sampleRateHz, samples[from + i]);
        return points;
    }

    private static string Summary(SignalComparison result)
    {
        var alignment = result.Alignment;
        var fit = alignment.Gain == 0
            ? "no common sound"
            : $"delay {alignment.DelaySamples:0.00} samples, gain {alignment.GainDb:0.00} dB{(alignment.IsInverted ? ", inverted" : string.Empty)}";
        return $"ESR {result.Esr:0.00e-0}   pre-emphasised {result.PreEmphasisedEsr:0.00e-0}   STFT {result.StftDistance:0.0000}   rms {LevelText.OfFullScale(result.RmsDifference)}   {fit}";
    }
}
