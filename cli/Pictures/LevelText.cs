using NamPlugin.Dsp.Chain;

namespace NamPlugin.Cli.Pictures;

/// <summary>Levels as text.</summary>
internal static class LevelText
{
    /// <summary>An amplitude to a tenth of a decibel, such as <c>-12.5 dBFS</c>; silence is <c>-inf dBFS</c>.</summary>
    public static string OfFullScale(double amplitude)
        => amplitude == 0 ? "-inf dBFS" : $"{Math.Round(Decibels.FromGain(amplitude), 1) + 0.0:0.0} dBFS";
}
