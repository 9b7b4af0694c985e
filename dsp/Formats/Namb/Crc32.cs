namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>The cyclic redundancy check of IEEE 802.3 and zlib: reflected polynomial 0xEDB88320, start and end inverted.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = BuildTable();

    /// <summary>The value before the first byte; pass it through <see cref="Append"/>, then invert.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>Takes more bytes in.</summary>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            state = Table[(byte)(state ^ value)] ^ (state >> 8);
        return state;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var remainder = i;
            for (var bit = 0; bit < 8; bit++)
                remainder = (remainder & 1) != 0 ? (remainder >> 1) ^ Polynomial : remainder >> 1;
            table[i] = remainder;
        }

        return table;
    }
}
