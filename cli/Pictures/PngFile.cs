using System.Buffers.Binary;
using System.IO.Compression;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.Pictures;

/// <summary>Writes a canvas as PNG (ISO/IEC 15948): 8-bit RGB, one zlib stream, the better of two filters per row.</summary>
internal static class PngFile
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    /// <summary>Writes the file beside its name first, then renames it, so that there is never half a picture.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Save(Canvas canvas, string path, bool mayReplace = true)
    {
        using var file = AtomicFile.Create(path, mayReplace);
        Write(canvas, file.Stream);
        file.Commit();
    }

    public static void Write(Canvas canvas, Stream stream)
    {
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.PixelWidth);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), canvas.PixelHeight);
        header[8] = 8;
        header[9] = 2;
        WriteChunk(stream, "IHDR"u8, header);
        WriteChunk(stream, "IDAT"u8, Compress(canvas));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static byte[] Compress(Canvas canvas)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var left = new byte[1 + (canvas.PixelWidth * 3)];
            var up = new byte[left.Length];
            (left[0], up[0]) = (1, 2);
            for (var y = 0; y < canvas.PixelHeight; y++)
            {
                var row = canvas.Row(y);
                var above = y == 0 ? new byte[row.Length] : canvas.Row(y - 1);
                for (var i = 0; i < row.Length; i++)
                {
                    left[i + 1] = (byte)(row[i] - (i < 3 ? 0 : row[i - 3]));
                    up[i + 1] = (byte)(row[i] - above[i]);
                }

                zlib.Write(Roughness(left) < Roughness(up) ? left : up);
            }
        }

        return compressed.ToArray();
    }

    /// <summary>Sum of the filtered bytes as signed numbers: the usual guess at what will compress better.</summary>
    private static long Roughness(ReadOnlySpan<byte> filtered)
    {
        var sum = 0L;
        foreach (var value in filtered)
            sum += Math.Abs((int)(sbyte)value);
        return sum;
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        stream.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOfByte(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}
