using System.Buffers.Binary;
using System.Text;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Dsp.Tests.Wav;

/// <summary>Files in memory: through the writer and reader under test, and by hand, byte by byte.</summary>
internal static unsafe class WavBytes
{
    public static byte[] Write(WavFormat format, float[][] planes, IReadOnlyList<WavChunk>? chunks = null, int[]? blocks = null, long? frames = null, TpdfDither? dither = null)
    {
        using var stream = new MemoryStream();
        var writer = new WavWriter(stream, format, chunks, frames, dither);
        Write(writer, planes, blocks);
        writer.Finish();
        return stream.ToArray();
    }

    public static void Write(WavWriter writer, float[][] planes, int[]? blocks = null)
    {
        var pointers = stackalloc float*[planes.Length];
        var turn = 0;
        for (var start = 0; start < planes[0].Length;)
        {
            var count = Math.Min(blocks is null ? int.MaxValue : blocks[turn++ % blocks.Length], planes[0].Length - start);
            var pins = planes.Select(plane => plane.AsMemory(start, count).Pin()).ToArray();
            for (var channel = 0; channel < planes.Length; channel++)
                pointers[channel] = (float*)pins[channel].Pointer;
            writer.Write(pointers, count);
            foreach (var pin in pins)
                pin.Dispose();
            start += count;
        }
    }

    public static WavReader Open(byte[] bytes) => new(new MemoryStream(bytes), "test.wav");

    public static float[][] Read(WavReader reader, int[]? blocks = null)
    {
        var planes = Enumerable.Range(0, reader.Format.Channels).Select(_ => new float[reader.Frames - reader.PositionFrames]).ToArray();
        var pointers = stackalloc float*[planes.Length];
        var turn = 0;
        for (var start = 0; ;)
        {
            var count = blocks is null ? 1000 : blocks[turn++ % blocks.Length];
            var block = planes.Select(_ => new float[count]).ToArray();
            var pins = block.Select(plane => plane.AsMemory().Pin()).ToArray();
            for (var channel = 0; channel < planes.Length; channel++)
                pointers[channel] = (float*)pins[channel].Pointer;
            var read = reader.Read(pointers, count);
            for (var channel = 0; channel < planes.Length; channel++)
                block[channel].AsSpan(0, read).CopyTo(planes[channel].AsSpan(start));
            foreach (var pin in pins)
                pin.Dispose();
            if (read == 0)
                return planes;
            start += read;
        }
    }

    /// <summary>A file put together by hand; the form's size is right unless another is given.</summary>
    public static byte[] Riff(byte[][] chunks, uint? size = null, string id = "RIFF")
    {
        var body = Encoding.Latin1.GetBytes("WAVE").Concat(chunks.SelectMany(chunk => chunk)).ToArray();
        return [.. Encoding.Latin1.GetBytes(id), .. UInt32(size ?? (uint)body.Length), .. body];
    }

    public static byte[] Chunk(string id, byte[] payload, uint? size = null)
        => [.. Encoding.Latin1.GetBytes(id), .. UInt32(size ?? (uint)payload.Length), .. payload, .. payload.Length % 2 == 0 ? Array.Empty<byte>() : [0]];

    public static byte[] Fmt(int channels = 1, int bits = 16, int tag = 1, int? bytesPerFrame = null, uint rate = 48000)
    {
        var frame = bytesPerFrame ?? channels * bits / 8;
        return Chunk("fmt ", [.. UInt16(tag), .. UInt16(channels), .. UInt32(rate), .. UInt32(rate * (uint)frame), .. UInt16(frame), .. UInt16(bits)]);
    }

    public static byte[] UInt16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] UInt64(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
