using NamPlugin.Cli.AudioFiles;
using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary>A reamped file is of the same kind as its input, so that it drops back into the session.</summary>
public sealed class FormatTests : CommandLineTest
{
    private const int Frames = 10_000;

    [Theory]
    [InlineData(WavEncoding.UInt8, 1)]
    [InlineData(WavEncoding.Int16, 1)]
    [InlineData(WavEncoding.Int16, 2)]
    [InlineData(WavEncoding.Int24, 1)]
    [InlineData(WavEncoding.Int24, 6)]
    [InlineData(WavEncoding.Int32, 2)]
    [InlineData(WavEncoding.Float32, 1)]
    [InlineData(WavEncoding.Float32, 6)]
    [InlineData(WavEncoding.Float64, 2)]
    public void Length_rate_channels_and_encoding_stay(WavEncoding encoding, int channels)
    {
        var format = new WavFormat(48000, channels, encoding, channels > 2 ? 0x3Fu : null);
        var input = Enumerable.Range(0, channels).Select(static channel => Sound.Noise(Frames, seed: channel)).ToArray();
        Sound.Write(PathOf("in.wav"), format, input);

        Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("identity.nam")), "--raw").ExitsWith(0);

        var output = Sound.Read(PathOf("in_reamp.wav"), out var outputFormat);
        Assert.Equal(format, outputFormat);
        for (var channel = 0; channel < channels; channel++)
        {
            // Rounding on the way in, dither on the way out.
            Sound.Near(input[channel], output[channel], encoding switch { WavEncoding.UInt8 => 2.01 / 128, WavEncoding.Int16 => 2.01 / 32768, _ => 2.01 / 8388608 });
        }
    }

    [Theory]
    [InlineData("16", WavEncoding.Int16)]
    [InlineData("24", WavEncoding.Int24)]
    [InlineData("32f", WavEncoding.Float32)]
    [InlineData("64f", WavEncoding.Float64)]
    [InlineData("same", WavEncoding.Int32)]
    public void Bits_are_as_asked(string bits, WavEncoding encoding)
    {
        Sound.Write(PathOf("in.wav"), new WavFormat(48000, 1, WavEncoding.Int32), Sound.Noise(100));

        Run("reamp", "in.wav", "--model", Captures.Gain(PathOf("identity.nam")), "--bits", bits).ExitsWith(0);

        Sound.Read(PathOf("in_reamp.wav"), out var format);
        Assert.Equal(encoding, format.Encoding);
    }

    [Theory]
    [InlineData("--bits", "same")]
    [InlineData("--bits", "32f")]
    [InlineData("--mono", "mix")]
    public void Chunks_stay_byte_for_byte_and_in_order(params string[] options)
    {
        WavChunk[] chunks =
        [
            new("JUNK", new byte[28], WavChunkPlacement.BeforeFormat),
            new("bext", Bytes(602, 1), WavChunkPlacement.BeforeFormat),
            new("LIST", Bytes(31, 2), WavChunkPlacement.BeforeData),
            new("cue ", Bytes(28, 3), WavChunkPlacement.AfterData),
            new("smpl", Bytes(36, 4), WavChunkPlacement.AfterData),
            new("iXML", "<BWFXML>Ümläute</BWFXML>"u8.ToArray(), WavChunkPlacement.AfterData),
            new("own!", Bytes(5, 5), WavChunkPlacement.AfterData),
        ];
        Sound.Write(PathOf("in.wav"), new WavFormat(48000, 2, WavEncoding.Int24), chunks, Sound.Noise(999), Sound.Noise(999));

        Run(["reamp", "in.wav", "--model", Captures.Gain(PathOf("identity.nam")), .. options]).ExitsWith(0);

        var kept = RiffChunks.Read(PathOf("in_reamp.wav")).Where(static chunk => chunk.Id is not ("fmt " or "data" or "fact")).ToList();
        Assert.Equal(chunks.Select(static chunk => chunk.Id), kept.Select(static chunk => chunk.Id));
        Assert.All(chunks.Zip(kept), static pair => Assert.Equal(pair.First.Payload.ToArray(), pair.Second.Payload));
    }

    [Fact]
    public void RF64_is_read()
    {
        Sound.WriteMono(PathOf("plain.wav"), Sound.Noise(Frames));
        File.WriteAllBytes(PathOf("in.wav"), RiffChunks.AsRf64(PathOf("plain.wav")));

        Run("reamp", "in.wav", "plain.wav", "--model", Captures.Gain(PathOf("identity.nam")), "--raw").ExitsWith(0);

        Assert.Equal(Sound.ReadMono(PathOf("plain_reamp.wav")), Sound.ReadMono(PathOf("in_reamp.wav")));
    }

    [Theory]
    [InlineData("in.flac", WavEncoding.Int16)]
    [InlineData("in.flac", WavEncoding.Int24)]
    [InlineData("in.aiff", WavEncoding.Int24)]
    [InlineData("in.aiff", WavEncoding.Float32)]
    public void FLAC_and_AIFF_come_back_as_what_they_were(string name, WavEncoding encoding)
    {
        Assert.SkipUnless(SndFileLibrary.IsInstalled, "libsndfile is not installed");
        Sound.Write(PathOf("in.wav"), new WavFormat(44100, 2, encoding), Sound.Noise(Frames, seed: 1), Sound.Noise(Frames, seed: 2));
        var capture = Captures.Gain(PathOf("identity.nam"), rate: 44100);
        Run("reamp", "in.wav", "--model", capture, "--raw", "--out", name).ExitsWith(0);

        Run("reamp", name, "--model", capture, "--raw", "--suffix", "_2").ExitsWith(0);
        Run("reamp", Path.ChangeExtension(name, null) + "_2" + Path.GetExtension(name), "--model", capture, "--raw", "--bits", "32f", "--out", "back.wav").ExitsWith(0);

        var input = Sound.Read(PathOf("in.wav"));
        var output = Sound.Read(PathOf("back.wav"), out var format);
        Assert.Equal(new WavFormat(44100, 2, WavEncoding.Float32), format);
        for (var channel = 0; channel < 2; channel++)
            Sound.Near(input[channel], output[channel], encoding == WavEncoding.Int16 ? 4.01 / 32768 : 4.01 / 8388608);
    }

    [Fact]
    public void What_FLAC_cannot_hold_is_said()
    {
        Assert.SkipUnless(SndFileLibrary.IsInstalled, "libsndfile is not installed");
        var chunk = new WavChunk("iXML", "<x/>"u8.ToArray(), WavChunkPlacement.AfterData);
        Sound.Write(PathOf("in.wav"), new WavFormat(48000, 1, WavEncoding.Int24), [chunk], Sound.Noise(100));
        var capture = Captures.Gain(PathOf("identity.nam"));

        Run("reamp", "in.wav", "--model", capture, "--out", "out.flac").ExitsWith(0).Says("FLAC does not take its chunks along: iXML");
        Run("reamp", "in.wav", "--model", capture, "--out", "float.flac", "--bits", "32f").ExitsWith(1).Says("Choose 24 bits, or write WAV");
        Assert.Equal(["identity.nam", "in.wav", "out.flac"], Files());
    }

    [Fact]
    public void A_file_of_another_kind_than_its_name_says_is_read_as_what_it_is()
    {
        Sound.WriteMono(PathOf("in.aif"), Sound.Noise(100));

        Run("reamp", "in.aif", "--model", Captures.Gain(PathOf("identity.nam")), "--raw", "--out", "out.wav").ExitsWith(0);

        Assert.Equal(Sound.ReadMono(PathOf("in.aif")), Sound.ReadMono(PathOf("out.wav")));
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
