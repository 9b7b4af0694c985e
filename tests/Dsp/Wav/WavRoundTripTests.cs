using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats.Wav;
using static NamPlugin.Dsp.Tests.Wav.WavBytes;

namespace NamPlugin.Dsp.Tests.Wav;

public sealed class WavRoundTripTests
{
    [Fact]
    public void What_is_written_is_read_back_bit_for_bit()
        => Prop.ForAll(WavCase.Arbitrary, test =>
        {
            var frames = test.Planes[0].Length;
            var bytes = Write(test.Format, test.Planes, test.Chunks, test.Blocks, test.IsLengthAnnounced ? frames : null);
            using var reader = Open(bytes);
            var planes = Read(reader, test.OtherBlocks);

            Assert.Equal(test.Format, reader.Format);
            Assert.Equal(frames, reader.Frames);
            Assert.Empty(reader.Warnings);
            for (var channel = 0; channel < planes.Length; channel++)
                Assert.Equal(Bits(test.Planes[channel]), Bits(planes[channel]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_passed_through_unchanged_is_the_same_file_byte_for_byte()
        => Prop.ForAll(WavCase.Arbitrary, test =>
        {
            var first = Write(test.Format, test.Planes, test.Chunks, test.Blocks, test.IsLengthAnnounced ? test.Planes[0].Length : null);
            using var reader = Open(first);
            var second = Write(reader.Format, Read(reader), reader.Chunks, test.OtherBlocks, reader.Frames);

            Assert.Equal(first, second);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Chunks_survive_with_order_place_and_every_byte_whatever_the_new_encoding()
        => Prop.ForAll(WavCase.Arbitrary, Arb.From(Gen.Elements(Enum.GetValues<WavEncoding>())), (test, encoding) =>
        {
            using var reader = Open(Write(test.Format, test.Planes, test.Chunks));
            using var again = Open(Write(test.Format with { Encoding = encoding }, test.Planes, test.Chunks));

            Assert.Equal(Describe(test.Chunks), Describe(reader.Chunks));
            Assert.Equal(Describe(test.Chunks), Describe(again.Chunks));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_foreign_file_with_chunks_all_around_comes_out_as_it_went_in()
    {
        var file = Riff([
            Chunk("JUNK", new byte[28]),
            Chunk("bext", [.. Enumerable.Range(0, 603).Select(i => (byte)i)]),
            Fmt(channels: 2, bits: 24),
            Chunk("cue ", [1, 0, 0, 0, 9]),
            Chunk("data", [.. Enumerable.Range(0, 6 * 11 * 3).Select(i => (byte)(i * 37))]),
            Chunk("smpl", [.. Enumerable.Range(0, 36).Select(i => (byte)i)]),
            Chunk("iXML", "<BWFXML/>"u8.ToArray()),
            Chunk("\u0001\u00FFzz", [255]),
            Chunk("LIST", "INFOIART\u0004\0\0\0abc\0"u8.ToArray()),
        ]);

        using var reader = Open(file);

        Assert.Equal(["JUNK", "bext", "cue ", "smpl", "iXML", "\u0001\u00FFzz", "LIST"], reader.Chunks.Select(chunk => chunk.Id));
        Assert.Equal(file, Write(reader.Format, Read(reader), reader.Chunks, frames: reader.Frames));
    }

    [Theory]
    [InlineData(8, new byte[] { 0 }, -1f)]
    [InlineData(8, new byte[] { 128 }, 0f)]
    [InlineData(8, new byte[] { 255 }, 127 / 128f)]
    [InlineData(16, new byte[] { 0, 0x80 }, -1f)]
    [InlineData(16, new byte[] { 0xFF, 0x7F }, 32767 / 32768f)]
    [InlineData(24, new byte[] { 0, 0, 0x80 }, -1f)]
    [InlineData(24, new byte[] { 1, 0, 0 }, 1 / 8388608f)]
    [InlineData(24, new byte[] { 0xFF, 0xFF, 0xFF }, -1 / 8388608f)]
    [InlineData(32, new byte[] { 0, 0, 0, 0x80 }, -1f)]
    [InlineData(32, new byte[] { 0, 0, 0, 0x40 }, 0.5f)]
    public void Full_scale_of_every_integer_is_one(int bits, byte[] stored, float expected)
    {
        using var reader = Open(Riff([Fmt(bits: bits), Chunk("data", stored)]));

        Assert.Equal(expected, Read(reader)[0][0]);
    }

    [Fact]
    public void Seeking_reads_the_same_frames()
    {
        var samples = Enumerable.Range(0, 1000).Select(i => i / 1024f).ToArray();
        using var reader = Open(Write(new WavFormat(48000, 1, WavEncoding.Float32), [samples]));

        reader.PositionFrames = 700;

        Assert.Equal(samples[700..], Read(reader)[0]);
    }

    [Fact]
    public void Samples_beyond_full_scale_are_clipped_counted_and_measured()
    {
        using var stream = new MemoryStream();
        var writer = new WavWriter(stream, new WavFormat(48000, 1, WavEncoding.Int16));
        float[] samples = [0.5f, 1f, -1f, 2f, -1.5f, float.NaN, float.PositiveInfinity, .. Enumerable.Repeat(0.25f, 40)];
        WavBytes.Write(writer, [samples]);
        writer.Finish();

        Assert.Equal(2, writer.Levels.SamplesOverFullScale);
        Assert.Equal(2, writer.Levels.NonFiniteSamples);
        Assert.Equal(2f, writer.Levels.Peak);
        Assert.Equal(-6.0206, writer.Levels.GainToFullScaleDb, 4);
        using var reader = Open(stream.ToArray());
        Assert.Equal([0.5f, 32767 / 32768f, -1f, 32767 / 32768f, -1f, 0f, 32767 / 32768f], Read(reader)[0][..7]);
    }

    private static int[] Bits(float[] samples) => [.. samples.Select(BitConverter.SingleToInt32Bits)];

    private static string[] Describe(IReadOnlyList<WavChunk> chunks)
        => [.. chunks.Where(chunk => chunk.Id != "fact").SkipWhile((chunk, i) => i == 0 && IsSlot(chunk)).Select(chunk => $"{chunk.Placement} {chunk.Id} {Convert.ToHexString(chunk.Payload.Span)}")];

    private static bool IsSlot(WavChunk chunk)
        => chunk is { Id: "JUNK", Placement: WavChunkPlacement.BeforeFormat, Payload.Length: >= 28 };
}
