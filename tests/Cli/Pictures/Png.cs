using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NamPlugin.Cli.Tests.Pictures;

/// <summary>A decoder written from the standard, apart from the encoder under test; it knows the filters None, Sub and Up.</summary>
internal sealed record Png(int Width, int Height, byte[] Rgb)
{
    public static Png Decode(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var (width, height) = (0, 0);
        var compressed = new MemoryStream();
        var names = new List<string>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var name = Encoding.ASCII.GetString(file, at + 4, 4);
            var data = file.AsSpan(at + 8, length);
            Assert.Equal(BitwiseCrc(file.AsSpan(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            names.Add(name);
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Assert.Equal([8, 2, 0, 0, 0], data[8..].ToArray());
            }
            else if (name == "IDAT")
            {
                compressed.Write(data);
            }

            at += 12 + length;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], names);
        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        return new Png(width, height, Unfilter(zlib, width, height));
    }

    public (byte R, byte G, byte B) At(int x, int y)
    {
        var i = ((y * Width) + x) * 3;
        return (Rgb[i], Rgb[i + 1], Rgb[i + 2]);
    }

    private static byte[] Unfilter(Stream stream, int width, int height)
    {
        var rgb = new byte[width * height * 3];
        var stride = width * 3;
        for (var y = 0; y < height; y++)
        {
            var filter = stream.ReadByte();
            Assert.InRange(filter, 0, 2);
            stream.ReadExactly(rgb, y * stride, stride);
            for (var i = 0; i < stride; i++)
            {
                var at = (y * stride) + i;
                rgb[at] += filter switch
                {
                    1 => i < 3 ? (byte)0 : rgb[at - 3],
                    2 => y == 0 ? (byte)0 : rgb[at - stride],
                    _ => 0,
                };
            }
        }

        Assert.Equal(-1, stream.ReadByte());
        return rgb;
    }

    private static uint BitwiseCrc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            for (var bit = 0; bit < 8; bit++)
                crc = (((crc ^ ((uint)value >> bit)) & 1) != 0 ? 0xEDB88320 : 0) ^ (crc >> 1);
        }

        return ~crc;
    }
}
