using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>The sizes of one layer array at some width ('.nam' section 8).</summary>
public readonly record struct OracleWidth(int Channels, int Bottleneck)
{
    public static OracleWidth Of(LayerArrayConfig array, double? width)
    {
        if (width is not { } ratio || !array.IsSlimmable)
            return new OracleWidth(array.Channels, array.Bottleneck);
        var count = array.AllowedChannels.Length;
        var channels = array.AllowedChannels[(int)Math.Min(Math.Floor(Math.Clamp(ratio, 0, 1) * count), count - 1)];
        var bottleneck = array.Layer1x1.Active ? Math.Max(1, array.Bottleneck * channels / array.Channels) : channels;
        return new OracleWidth(channels, bottleneck);
    }
}
