using System.Buffers.Binary;
using System.Text;

namespace NamPlugin.Cli.Tests.Running;

/// <summary>A second look at WAV files, apart from the project's own reader.</summary>
internal static class RiffChunks
{
    /// <summary>The chunks of a file, in order, each with the bytes of its body.</summary>
    public static IReadOnlyList<(string Id, byte[] Payload)> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal("WAVE", Encoding.ASCII.GetString(bytes, 8, 4));
        Assert.Equal(bytes.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)));
        var chunks = new List<(string, byte[])>();
        for (var at = 12; at < bytes.Length;)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4));
            chunks.Add((Encoding.ASCII.GetString(bytes, at, 4), bytes[(at + 8)..(at + 8 + size)]));
            at += 8 + size + (size & 1);
        }

        return chunks;
    }

    /// <summary>The same sound as RF64, as a recorder leaves it that reserved room for more than 4 GiB (EBU Tech 3306).</summary>
    public static byte[] AsRf64(string path)
    {
        var body = File.ReadAllBytes(path)[12..];
        var data = body.AsSpan().IndexOf("data"u8);
        var dataBytes = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(data + 4));
        body.AsSpan(data + 4, 4).Fill(0xFF);
        var ds64 = new byte[28];
        BinaryPrimitives.WriteInt64LittleEndian(ds64, 4 + 36 + body.Length);
        BinaryPrimitives.WriteInt64LittleEndian(ds64.AsSpan(8), dataBytes);
        BinaryPrimitives.WriteInt64LittleEndian(ds64.AsSpan(16), dataBytes / 4);
        return [.. "RF64"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "WAVEds64"u8, 28, 0, 0, 0, .. ds64, .. body];
    }
}
