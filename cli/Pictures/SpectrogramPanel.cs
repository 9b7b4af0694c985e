using NamPlugin.Dsp.Metering;

namespace NamPlugin.Cli.Pictures;

/// <summary>A panel that shows a recording over time and logarithmic frequency, with a key to its colours.</summary>
internal static class SpectrogramPanel
{
    private const double LowestHz = 30;
    private const double HighestHz = 20000;

    /// <summary>What the colours span below the strongest component.</summary>
    private const double RangeDb = 60;

    /// <param name="canvas">Where to draw.</param>
    /// <param name="box">The panel's place.</param>
    /// <param name="title">Its title.</param>
    /// <param name="time">Axis that spans the recording.</param>
    /// <param name="samples">The recording, one channel.</param>
    /// <param name="sampleRateHz">Its rate.</param>
    /// <param name="map">Colours; the lightest stands for the strongest component, rounded up to ten decibels.</param>
    public static void Draw(Canvas canvas, Box box, string title, Axis time, ReadOnlySpan<float> samples, int sampleRateHz, ColorMap map)
    {
        var highestHz = Math.Max(2 * LowestHz, Math.Min(HighestHz, sampleRateHz / 2.0));
        var panel = new PlotPanel(canvas, box, title, time, Axis.Frequency(LowestHz, highestHz));
        var spectrogram = Spectrogram.Of(samples, sampleRateHz, panel.PixelColumns);
        var ceilingDb = Math.Ceiling(Math.Max(spectrogram.PeakDb, -300) / 10) * 10;
        panel.DrawImage((column, fromHz, toHz) => map.At(1 + ((spectrogram.LevelDb(column, fromHz, toHz) - ceilingDb) / RangeDb)));
        panel.DrawGrid(0.35);
        panel.DrawColorBar(map, $"{ceilingDb - RangeDb:0} dB", $"{ceilingDb:0} dBFS");
    }
}
