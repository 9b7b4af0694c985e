namespace NamPlugin.Plugin.Effect;

/// <summary>A colour that the host chose.</summary>
/// <param name="Alpha">255 for opaque.</param>
/// <param name="Red">Red, not multiplied by <paramref name="Alpha"/>.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
public readonly record struct ArgbColor(byte Alpha, byte Red, byte Green, byte Blue)
{
    /// <summary>The colour as 0xAARRGGBB.</summary>
    public uint Packed => (uint)(Alpha << 24 | Red << 16 | Green << 8 | Blue);

    /// <summary>The colour of 0xAARRGGBB.</summary>
    public static ArgbColor Unpack(uint packed) => new((byte)(packed >> 24), (byte)(packed >> 16), (byte)(packed >> 8), (byte)packed);
}
