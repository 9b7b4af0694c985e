using System.Buffers.Binary;
using System.Text;
using NamPlugin.Cli.AudioFiles;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.AudioFiles;

public sealed unsafe class AudioFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("namplug-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.wav", WavEncoding.Int24, 2)]
    [InlineData("a.wav", WavEncoding.Float32, 1)]
    [InlineData("a.flac", WavEncoding.UInt8, 1)]
    [InlineData("a.flac", WavEncoding.Int16, 2)]
    [InlineData("a.flac", WavEncoding.Int24, 3)]
    [InlineData("a.aiff", WavEncoding.UInt8, 1)]
    [InlineData("a.aiff", WavEncoding.Int16, 1)]
    [InlineData("a.aif", WavEncoding.Int24, 2)]
    [InlineData("a.aiff", WavEncoding.Int32, 2)]
    [InlineData("a.aiff", WavEncoding.Float32, 1)]
    [InlineData("a.aiff", WavEncoding.Float64, 2)]
    [InlineData("Stra\u00dfe \u97f3.flac", WavEncoding.Int24, 1)]
    public void Sound_and_format_survive_a_round_trip_exactly(string name, WavEncoding encoding, int channels)
    {
        RequireLibrary(name);
        var planes = Grid(encoding, channels, 10_000);
        var format = new AudioFileFormat(AudioFileFormat.ContainerOf(name), new WavFormat(44100, channels, encoding));
        Write(name, format, planes, block: 777);

        using var reader = AudioFileReader.Open(PathOf(name));

        Assert.Equal(format, reader.Format);
        Assert.Equal(10_000, reader.Frames);
        Assert.Equal(planes, Read(reader, block: 1234));
        Assert.Equal(name, Assert.Single(_folder.GetFiles()).Name);
    }

    [Theory]
    [InlineData("dither.flac")]
    [InlineData("dither.aiff")]
    public void Dithered_integers_are_the_same_in_every_kind_of_file(string name)
    {
        RequireLibrary(name);
        float[][] sine = [[.. Enumerable.Range(0, 9000).Select(i => 0.7f * MathF.Sin(i * 0.01f))]];
        var sound = new WavFormat(48000, 1, WavEncoding.Int16);
        var options = new AudioFileWriterOptions { Dither = new TpdfDither(5) };
        Write(name, new AudioFileFormat(AudioFileFormat.ContainerOf(name), sound), sine, 1000, options);
        Write("dither.wav", new AudioFileFormat(AudioContainer.Wav, sound), sine, 9000, options);

        using var wav = AudioFileReader.Open(PathOf("dither.wav"));
        using var other = AudioFileReader.Open(PathOf(name));

        Assert.Equal(Read(wav), Read(other));
    }

    [Fact]
    public void The_same_sound_gives_the_same_bytes_at_any_time()
    {
        RequireLibrary("a.aiff");
        var format = new AudioFileFormat(AudioContainer.Aiff, new WavFormat(48000, 1, WavEncoding.Float32));
        Write("one.aiff", format, Grid(WavEncoding.Float32, 1, 100));
        Thread.Sleep(1100);
        Write("two.aiff", format, Grid(WavEncoding.Float32, 1, 100));

        Assert.Equal(File.ReadAllBytes(PathOf("one.aiff")), File.ReadAllBytes(PathOf("two.aiff")));
    }

    [Fact]
    public void An_AIFF_file_put_together_by_hand_is_understood()
    {
        RequireLibrary("a.aiff");
        File.WriteAllBytes(PathOf("hand.aiff"), Aiff("AIFF", []));

        using var reader = AudioFileReader.Open(PathOf("hand.aiff"));

        Assert.Equal(new AudioFileFormat(AudioContainer.Aiff, new WavFormat(44100, 1, WavEncoding.Int16)), reader.Format);
        Assert.Equal([[0.5f, -1f, 1 / 32768f]], Read(reader));
    }

    [Fact]
    public void Compressed_AIFF_is_refused_by_name()
    {
        RequireLibrary("a.aiff");
        File.WriteAllBytes(PathOf("law.aifc"), Aiff("AIFC", [.. "ulaw"u8, 0, 0]));

        Assert.Contains("an encoding other than PCM", Assert.Throws<FileFormatException>(() => AudioFileReader.Open(PathOf("law.aifc"))).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_FLAC_stream_without_a_length_is_counted()
    {
        RequireLibrary("a.flac");
        var planes = Grid(WavEncoding.Int16, 1, 30_000);
        Write("open.flac", new AudioFileFormat(AudioContainer.Flac, new WavFormat(48000, 1, WavEncoding.Int16)), planes);
        var bytes = File.ReadAllBytes(PathOf("open.flac"));

        // STREAMINFO: the 36 bits of the total follow rate, channels and depth.
        bytes[21] &= 0xF0;
        bytes.AsSpan(22, 4).Clear();
        File.WriteAllBytes(PathOf("open.flac"), bytes);
        using var reader = AudioFileReader.Open(PathOf("open.flac"));

        Assert.Equal(30_000, reader.Frames);
        Assert.Equal(planes, Read(reader));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(5000)]
    public void A_FLAC_file_that_is_cut_short_is_an_error_and_not_a_shorter_sound(int bytesKept)
    {
        RequireLibrary("a.flac");
        Write("cut.flac", new AudioFileFormat(AudioContainer.Flac, new WavFormat(48000, 1, WavEncoding.Int16)), Grid(WavEncoding.Int16, 1, 30_000));
        File.WriteAllBytes(PathOf("cut.flac"), File.ReadAllBytes(PathOf("cut.flac"))[..bytesKept]);

        Assert.Throws<FileFormatException>(() =>
        {
            using var reader = AudioFileReader.Open(PathOf("cut.flac"));
            Read(reader);
        });
    }

    [Fact]
    public void Without_the_library_the_user_is_told_what_to_install()
    {
        Assert.Null(SndFileLibrary.TryLoad("libno-such-library.so.7"));
        var refusal = SndFileLibrary.NotInstalled("x.flac", AudioContainer.Flac);

        Assert.Contains("FLAC, which needs libsndfile", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("install", refusal.Remedy, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(WavEncoding.Float32, "32-bit float")]
    [InlineData(WavEncoding.Int32, "32-bit integer")]
    public void FLAC_refuses_what_it_cannot_hold(WavEncoding encoding, string found)
    {
        RequireLibrary("a.flac");
        var format = new AudioFileFormat(AudioContainer.Flac, new WavFormat(48000, 1, encoding));

        Assert.Contains(found, Assert.Throws<FileFormatException>(() => AudioFileWriter.Create(PathOf("a.flac"), format, new())).Found, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    public void A_missing_folder_is_an_error(string name)
    {
        RequireLibrary(name);
        var format = new AudioFileFormat(AudioFileFormat.ContainerOf(name), new WavFormat(48000, 1, WavEncoding.Int16));
        var error = Record.Exception(() => AudioFileWriter.Create(PathOf(Path.Combine("missing", name)), format, new()));

        Assert.True(error is IOException or FileFormatException, error?.ToString() ?? "no error");
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    public void Nothing_is_left_of_a_file_that_was_not_finished(string name)
    {
        RequireLibrary(name);
        var format = new AudioFileFormat(AudioFileFormat.ContainerOf(name), new WavFormat(48000, 1, WavEncoding.Int16));
        using (var writer = AudioFileWriter.Create(PathOf(name), format, new()))
        {
            WriteBlocks(writer, Grid(WavEncoding.Int16, 1, 100), 100);
            Assert.NotEqual(name, Assert.Single(_folder.GetFiles()).Name);
        }

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void An_existing_file_is_replaced_only_when_that_is_allowed()
    {
        File.WriteAllText(PathOf("a.wav"), "precious");
        var format = new AudioFileFormat(AudioContainer.Wav, new WavFormat(48000, 1, WavEncoding.Int16));

        Assert.Throws<IOException>(() => Write("a.wav", format, Grid(WavEncoding.Int16, 1, 10)));
        Assert.Equal("precious", File.ReadAllText(PathOf("a.wav")));
        Assert.Single(_folder.GetFiles());

        Write("a.wav", format, Grid(WavEncoding.Int16, 1, 10), options: new AudioFileWriterOptions { MayOverwrite = true });
        using var reader = AudioFileReader.Open(PathOf("a.wav"));
        Assert.Equal(10, reader.Frames);
    }

    [Fact]
    public void A_WAV_file_keeps_its_chunks_and_is_known_by_its_content()
    {
        var chunk = new WavChunk("iXML", "<BWFXML/>"u8.ToArray(), WavChunkPlacement.AfterData);
        Write("a.wav", new AudioFileFormat(AudioContainer.Wav, new WavFormat(48000, 1, WavEncoding.Int16)), Grid(WavEncoding.Int16, 1, 10), options: new AudioFileWriterOptions { Chunks = [chunk], Frames = 10 });
        File.Move(PathOf("a.wav"), PathOf("a.flac"));

        using var reader = AudioFileReader.Open(PathOf("a.flac"));

        Assert.Equal("iXML", Assert.Single(reader.Chunks).Id);
    }

    [Fact]
    public void What_is_no_audio_file_is_refused()
    {
        File.WriteAllText(PathOf("a.wav"), "not audio at all");
        File.WriteAllBytes(PathOf("b.wav"), []);

        Assert.Throws<FileFormatException>(() => AudioFileReader.Open(PathOf("a.wav")));
        Assert.Throws<FileFormatException>(() => AudioFileReader.Open(PathOf("b.wav")));
        Assert.Throws<FileFormatException>(() => AudioFileFormat.ContainerOf("x.mp3"));
    }

    private static void RequireLibrary(string name)
        => Assert.SkipUnless(name.EndsWith(".wav", StringComparison.Ordinal) || SndFileLibrary.IsInstalled, "libsndfile is not installed");

    /// <summary>Samples that the encoding can hold exactly, up to full scale.</summary>
    private static float[][] Grid(WavEncoding encoding, int channels, int frames)
    {
        var random = new Random(3);
        var steps = encoding switch
        {
            WavEncoding.UInt8 => 128,
            WavEncoding.Int16 => 32768,
            _ => 8388608,
        };
        return [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(_ => random.Next(-steps, steps) / (float)steps).ToArray())];
    }

    /// <summary>Three 16-bit samples: 0.5, -1 and one step.</summary>
    private static byte[] Aiff(string form, byte[] compression)
    {
        byte[] comm = [0, 1, 0, 0, 0, 3, 0, 16, 0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0, .. compression];
        byte[] ssnd = [0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 1];
        byte[] body = [.. Encoding.ASCII.GetBytes(form), .. Chunk("COMM", comm), .. Chunk("SSND", ssnd)];
        return Chunk("FORM", body);
    }

    private static byte[] Chunk(string id, byte[] payload)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, payload.Length);
        return [.. Encoding.ASCII.GetBytes(id), .. size, .. payload];
    }

    private static float[][] Read(AudioFileReader reader, int block = 4096)
    {
        var planes = Enumerable.Range(0, reader.Format.Sound.Channels).Select(_ => new List<float>()).ToArray();
        var buffers = planes.Select(_ => new float[block]).ToArray();
        for (int count; (count = Pinned(buffers, 0, pointers => reader.Read((float**)pointers, block))) > 0;)
        {
            for (var channel = 0; channel < planes.Length; channel++)
                planes[channel].AddRange(buffers[channel][..count]);
        }

        return [.. planes.Select(plane => plane.ToArray())];
    }

    private static void WriteBlocks(AudioFileWriter writer, float[][] planes, int block)
    {
        for (var start = 0; start < planes[0].Length; start += block)
        {
            var count = Math.Min(block, planes[0].Length - start);
            Pinned(planes, start, pointers =>
            {
                writer.Write((float**)pointers, count);
                return 0;
            });
        }
    }

    private static int Pinned(float[][] planes, int start, Func<nint, int> action)
    {
        var pins = planes.Select(plane => plane.AsMemory(start).Pin()).ToArray();
        var pointers = stackalloc float*[planes.Length];
        for (var channel = 0; channel < planes.Length; channel++)
            pointers[channel] = (float*)pins[channel].Pointer;
        var result = action((nint)pointers);
        foreach (var pin in pins)
            pin.Dispose();
        return result;
    }

    private void Write(string name, AudioFileFormat format, float[][] planes, int block = 4096, AudioFileWriterOptions? options = null)
    {
        using var writer = AudioFileWriter.Create(PathOf(name), format, options ?? new AudioFileWriterOptions());
        WriteBlocks(writer, planes, block);
        writer.Finish();
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
