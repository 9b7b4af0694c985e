using System.Text;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Memory;
using static NamPlugin.Dsp.Tests.Wav.WavBytes;

namespace NamPlugin.Dsp.Tests.Wav;

public sealed unsafe class Rf64Tests
{
    private const int BlockFrames = 1 << 20;

    /// <summary>Eight doubles a frame: 2^26 frames are 4 GiB.</summary>
    private static readonly WavFormat Wide = new(192000, 8, WavEncoding.Float64, 0);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_outgrows_four_gibibytes_becomes_RF64_and_is_read_to_its_last_frame(bool hasRecordersFiller)
    {
        WavChunk[] chunks =
        [
            .. hasRecordersFiller ? [new WavChunk("JUNK", new byte[92], WavChunkPlacement.BeforeFormat)] : Array.Empty<WavChunk>(),
            new("bext", new byte[] { 1, 2, 3 }, WavChunkPlacement.BeforeFormat),
            new("LIST", new byte[] { 4, 5 }, WavChunkPlacement.AfterData),
        ];
        using var stream = new SparseStream();
        var writer = new WavWriter(stream, Wide, chunks);
        WriteSilence(writer, 64);
        WavBytes.Write(writer, [.. Enumerable.Range(0, 8).Select(channel => new[] { channel / 8f, -0.5f })]);
        writer.Finish();

        stream.Position = 0;
        var head = new byte[48];
        stream.ReadExactly(head);
        Assert.Equal("RF64", Encoding.Latin1.GetString(head, 0, 4));
        Assert.Equal(0xFFFFFFFF, BitConverter.ToUInt32(head, 4));
        Assert.Equal("ds64", Encoding.Latin1.GetString(head, 12, 4));
        Assert.Equal(stream.Length - 8, BitConverter.ToInt64(head, 20));
        Assert.Equal(writer.Frames * 64, BitConverter.ToInt64(head, 28));
        Assert.Equal(writer.Frames, BitConverter.ToInt64(head, 36));

        using var reader = new WavReader(stream, "large.wav", leaveOpen: true);
        Assert.Equal((64L * BlockFrames) + 2, reader.Frames);
        Assert.Empty(reader.Warnings);
        Assert.Equal(["bext", "fact", "LIST"], reader.Chunks.Select(chunk => chunk.Id));
        reader.PositionFrames = reader.Frames - 2;
        Assert.Equal(Enumerable.Range(0, 8).Select(channel => new[] { channel / 8f, -0.5f }), Read(reader));
    }

    [Fact]
    public void A_length_announced_too_short_is_an_error_and_not_a_broken_file()
    {
        using var stream = new SparseStream();
        var writer = new WavWriter(stream, Wide, frames: 1000);

        var error = Assert.Throws<InvalidOperationException>(() => WriteSilence(writer, 65));

        Assert.Contains("4 GiB", error.Message, StringComparison.Ordinal);
        writer.Finish();
        using var reader = new WavReader(stream, "large.wav", leaveOpen: true);
        Assert.Equal(writer.Frames, reader.Frames);
    }

    [Fact]
    public void A_small_file_of_unknown_length_stays_RIFF_with_its_filler()
    {
        using var reader = Open(Write(new WavFormat(48000, 1, WavEncoding.Int16), [[0.5f]]));

        Assert.Equal("JUNK", Assert.Single(reader.Chunks).Id);
    }

    [Theory]
    [InlineData("RF64")]
    [InlineData("BW64")]
    public void Sizes_come_from_the_ds64_chunk_and_its_table(string id)
    {
        byte[] ds64 = [.. UInt64(0), .. UInt64(4), .. UInt64(2), .. UInt32(1), .. "axml"u8, .. UInt64(6)];
        byte[][] chunks = [Chunk("ds64", ds64), Fmt(), Chunk("data", [1, 0, 2, 0], 0xFFFFFFFF), Chunk("axml", "<adm/>"u8.ToArray(), 0xFFFFFFFF)];

        using var reader = Open(Riff(chunks, 0xFFFFFFFF, id));

        Assert.Equal([1 / 32768f, 2 / 32768f], Read(reader)[0]);
        Assert.Equal("<adm/>"u8.ToArray(), Assert.Single(reader.Chunks).Payload.ToArray());
        Assert.Empty(reader.Warnings);
    }

    private static void WriteSilence(WavWriter writer, int blocks)
    {
        using var silence = new NativeBuffer<float>(BlockFrames);
        var planes = stackalloc float*[8];
        for (var channel = 0; channel < 8; channel++)
            planes[channel] = silence.Pointer;
        for (var i = 0; i < blocks; i++)
            writer.Write(planes, BlockFrames);
    }
}
