using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Tests.Support;
using static NamPlugin.Dsp.Tests.Wav.WavBytes;

namespace NamPlugin.Dsp.Tests.Wav;

public sealed class WavDamageTests
{
    private static readonly byte[] FourFrames = [1, 0, 2, 0, 3, 0, 4, 0];

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(36u, 0u)]
    [InlineData(0xFFFFFFFFu, 0xFFFFFFFFu)]
    [InlineData(0u, 0xFFFFFFFFu)]
    public void An_unfinished_recording_is_read_to_its_end(uint formSize, uint dataSize)
    {
        using var reader = Open(Riff([Fmt(), Chunk("data", FourFrames, dataSize)], formSize));

        Assert.Equal(4, reader.Frames);
        Assert.Equal([1 / 32768f, 2 / 32768f, 3 / 32768f, 4 / 32768f], Read(reader)[0]);
        Assert.Contains("never finished", Assert.Single(reader.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_or_a_device_is_refused_before_it_is_opened()
    {
        using var folder = new TemporaryFolder();
        var pipe = NamedPipe.Create(folder["pipe.wav"]);

        Assert.Equal("a pipe", Assert.Throws<FileFormatException>(() => WavReader.Open(pipe).Dispose()).Found);
        Assert.Equal("a device", Assert.Throws<FileFormatException>(() => WavReader.Open("/dev/zero").Dispose()).Found);
    }

    [Fact]
    public void An_empty_recording_is_empty_and_keeps_the_chunks_behind_it()
    {
        using var reader = Open(Riff([Fmt(), Chunk("data", []), Chunk("LIST", [1, 2])]));

        Assert.Equal(0, reader.Frames);
        Assert.Equal("LIST", Assert.Single(reader.Chunks).Id);
        Assert.Empty(reader.Warnings);
    }

    [Fact]
    public void Sound_that_is_cut_short_is_read_to_its_end_with_a_warning()
    {
        using var reader = Open(Riff([Fmt(), Chunk("data", FourFrames, 80)], 116));

        Assert.Equal(4, reader.Frames);
        Assert.Contains("promises 40 frames, the file holds 4", Assert.Single(reader.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_last_frame_is_left_out_with_a_warning()
    {
        using var reader = Open(Riff([Fmt(channels: 2), Chunk("data", [1, 0, 2, 0, 3, 0])]));

        Assert.Equal(1, reader.Frames);
        Assert.Contains("2 of 4 bytes", Assert.Single(reader.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Chunks_are_found_where_padding_was_left_out()
    {
        byte[] unpadded = [.. "bext"u8, .. UInt32(3), 1, 2, 3];
        using var reader = Open(Riff([unpadded, Fmt(), Chunk("data", FourFrames)]));

        Assert.Equal([1, 2, 3], Assert.Single(reader.Chunks).Payload.ToArray());
        Assert.Equal(4, reader.Frames);
        Assert.Contains("no padding", Assert.Single(reader.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_the_form_is_not_part_of_the_file()
    {
        var form = Riff([Fmt(), Chunk("data", FourFrames)]);
        using var reader = Open([.. form, .. "TAG of some player, not a chunk"u8]);

        Assert.Empty(reader.Chunks);
        Assert.Contains("31 bytes", Assert.Single(reader.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_valid_bits_in_three_bytes_read_as_twenty_four()
    {
        using var reader = Open(Riff([Fmt(bits: 20, bytesPerFrame: 3), Chunk("data", [0, 0, 0x40])]));

        Assert.Equal(WavEncoding.Int24, reader.Format.Encoding);
        Assert.Equal(0.5f, Read(reader)[0][0]);
    }

    public static TheoryData<string, byte[], string, string> Refusals => new()
    {
        { "empty file", [], "byte 0", "0 bytes" },
        { "FLAC", [.. "fLaC"u8, .. new byte[20]], "byte 0", "'fLaC'" },
        { "big-endian", Riff([], id: "RIFX"), "byte 0", "'RIFX'" },
        { "AVI", [.. "RIFF"u8, .. UInt32(4), .. "AVI "u8], "byte 8", "'AVI '" },
        { "no chunks", Riff([]), "byte 12", "end of the file" },
        { "no data", Riff([Fmt()]), "byte 36", "end of the file" },
        { "data first", Riff([Chunk("data", FourFrames), Fmt()]), "byte 12", "'data'" },
        { "short fmt", Riff([Chunk("fmt ", new byte[14])]), "byte 20", "14 bytes" },
        { "ADPCM", Riff([Fmt(tag: 2)]), "byte 20", "ADPCM" },
        { "no channels", Riff([Fmt(channels: 0)]), "byte 22", "0 channels" },
        { "no rate", Riff([Fmt(rate: 0)]), "byte 24", "0 Hz" },
        { "odd frame", Riff([Fmt(channels: 2, bytesPerFrame: 5)]), "byte 32", "5 bytes per frame" },
        { "5 bytes", Riff([Fmt(bytesPerFrame: 5)]), "byte 32", "5 bytes per sample" },
        { "bits", Riff([Fmt(bits: 24, bytesPerFrame: 2)]), "byte 34", "24 bits" },
        { "16-bit float", Riff([Fmt(tag: 3)]), "byte 32", "2 bytes per sample" },
        { "two fmt", Riff([Fmt(), Fmt(), Chunk("data", FourFrames)]), "byte 36", "second 'fmt '" },
        { "two data", Riff([Fmt(), Chunk("data", FourFrames), Chunk("data", FourFrames)]), "byte 52", "second 'data'" },
        { "endless chunk", Riff([Chunk("bext", [1, 2], 0xFFFFFFF0), Fmt()]), "byte 16", "4294967280 bytes" },
        { "extensible, short", Riff([Fmt(tag: 0xFFFE)]), "byte 20", "16 bytes" },
        { "ds64 table", Riff([Chunk("ds64", [.. new byte[24], .. UInt32(9)])], id: "RF64"), "byte 44", "9 sizes" },
        { "ds64 size", Riff([Chunk("ds64", [.. UInt64(0), .. UInt64(-7), .. UInt64(0), .. UInt32(0)])], id: "RF64"), "byte 28", "18446744073709551609" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusals_name_the_byte_and_what_was_found(string name, byte[] file, string location, string found)
    {
        var refusal = Assert.Throws<FileFormatException>(() => Open(file));

        Assert.True(refusal.Location == location && refusal.Found.Contains(found, StringComparison.Ordinal), $"{name}: {refusal.Message}");
        Assert.Equal("test.wav", refusal.File);
    }

    [Fact]
    public void A_file_of_nothing_but_chunks_is_refused_before_it_fills_the_memory()
    {
        var chunks = Enumerable.Repeat(Chunk("bext", []), WavLimit + 1).ToArray();

        Assert.Contains("more than", Assert.Throws<FileFormatException>(() => Open(Riff(chunks))).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_ends_in_a_refusal_or_in_sound()
        => Prop.ForAll(WavCase.Arbitrary, Arb.From(Gen.Choose(0, int.MaxValue - 1)), (test, seed) =>
        {
            var random = new Random(seed);
            var bytes = Write(test.Format, test.Planes, test.Chunks);
            for (var i = random.Next(1, 8); i > 0; i--)
                bytes[random.Next(Math.Min(bytes.Length, random.Next(2) == 0 ? 80 : int.MaxValue))] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(256);
            ReadOrRefuse(bytes[..random.Next(bytes.Length + 1)]);
            ReadOrRefuse(bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_bytes_behind_a_header_end_in_a_refusal_or_in_sound()
        => Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value))), Arb.From(Gen.Elements("RIFF", "RF64", "BW64", "junk")), (bytes, id) =>
        {
            ReadOrRefuse(Riff([bytes], id: id));
            ReadOrRefuse(Riff([Fmt(), bytes], id: id));
        }).QuickCheckThrowOnFailure();

    private const int WavLimit = 4096;

    private static void ReadOrRefuse(byte[] bytes)
    {
        WavReader reader;
        try
        {
            reader = Open(bytes);
        }
        catch (FileFormatException refusal)
        {
            Assert.StartsWith("byte ", refusal.Location, StringComparison.Ordinal);
            return;
        }

        using (reader)
        {
            Assert.InRange(reader.Frames * reader.Format.BytesPerFrame, 0, bytes.Length);
            Assert.Equal(reader.Frames, Read(reader)[0].Length);
        }
    }
}
