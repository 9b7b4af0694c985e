using System.Buffers.Binary;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>The checksum of a `.namb`, bit by bit as the polynomial defines it: a second opinion on the reader's table.</summary>
internal static class NambChecksum
{
    private const int Offset = 24;

    public static void Fix(byte[] file)
    {
        var total = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8));
        var covered = file.AsSpan(0, (int)Math.Min(total, (uint)file.Length));
        if (covered.Length < Offset + sizeof(uint))
            return;
        var state = uint.MaxValue;
        for (var i = 0; i < covered.Length; i++)
        {
            if (i is >= Offset and < Offset + sizeof(uint))
                continue;
            state ^= covered[i];
            for (var bit = 0; bit < 8; bit++)
                state = (state >> 1) ^ (0xEDB88320 & (0 - (state & 1)));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Offset), ~state);
    }
}
