namespace NamPlugin.Cli.Pictures;

/// <summary>A colour, 8 bits per component, alpha not premultiplied.</summary>
internal readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>From 0xRRGGBB.</summary>
    public static Rgba FromHex(uint rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>The same colour, more or less transparent.</summary>
    public Rgba WithOpacity(double opacity) => this with { A = (byte)Math.Round(255 * Math.Clamp(opacity, 0, 1)) };

    /// <summary>This colour at 0, the other at 1.</summary>
    public Rgba MixedWith(Rgba other, double share)
    {
        byte Mix(byte a, byte b) => (byte)Math.Round(a + ((b - a) * Math.Clamp(share, 0, 1)));
        return new Rgba(Mix(R, other.R), Mix(G, other.G), Mix(B, other.B), Mix(A, other.A));
    }
}
