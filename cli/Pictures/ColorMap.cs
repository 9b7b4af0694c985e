namespace NamPlugin.Cli.Pictures;

/// <summary>A run of colours for a level from 0 (nothing) to 1 (most), growing steadily lighter so that it also reads in grey.</summary>
internal sealed class ColorMap
{
    /// <summary>For sound.</summary>
    public static readonly ColorMap Sound = new(Theme.Plot, Rgba.FromHex(0x1B3A44), Rgba.FromHex(0x2B7580), Theme.Accent, Rgba.FromHex(0xA9E1DC), Rgba.FromHex(0xFAFFF4));

    /// <summary>For errors.</summary>
    public static readonly ColorMap Error = new(Theme.Plot, Rgba.FromHex(0x44241C), Rgba.FromHex(0x92432A), Theme.Warn, Rgba.FromHex(0xF2D48C), Rgba.FromHex(0xFFFBEC));

    private readonly Rgba[] _stops;

    private ColorMap(params Rgba[] stops) => _stops = stops;

    public Rgba At(double level)
    {
        var position = Math.Clamp(level, 0, 1) * (_stops.Length - 1);
        var stop = Math.Min((int)position, _stops.Length - 2);
        return _stops[stop].MixedWith(_stops[stop + 1], position - stop);
    }
}
