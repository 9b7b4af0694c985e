using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Tests.Support;
using static NamPlugin.Dsp.Tests.Wav.WavBytes;

namespace NamPlugin.Dsp.Tests.Wav;

public sealed class WavFileTests
{
    [Fact]
    public void A_whole_file_is_read_from_disk()
    {
        using var folder = new TemporaryFolder();
        var path = folder["sound.wav"];
        File.WriteAllBytes(path, Write(new WavFormat(44100, 2, WavEncoding.Int16), [[0.5f, 0.25f], [-0.5f, -1f]]));
        using var file = WavFile.ReadAll(path);

        Assert.Equal(2, file.Frames);
        Assert.Equal([0.5f, 0.25f], file.Planes[0].Span.ToArray());
        Assert.Equal([-0.5f, -1f], file.Planes[1].Span.ToArray());
    }

    [Fact]
    public void Real_recordings_pass_through_byte_for_byte()
    {
        foreach (var path in Directory.EnumerateFiles(SharedMaterial.Require("."), "*.wav", SearchOption.AllDirectories))
        {
            using var reader = WavReader.Open(path);
            Assert.Empty(reader.Warnings);
            var source = File.ReadAllBytes(path);
            var copy = Write(reader.Format, Read(reader), reader.Chunks, frames: reader.Frames);

            // Float files made without the 'fact' chunk that the format asks for are given one; their sound ends the file.
            var same = reader.Format.IsFloat ? copy.AsSpan()[^(int)(reader.Frames * 4)..].SequenceEqual(source.AsSpan()[44..]) : copy.AsSpan().SequenceEqual(source);
            Assert.True(same, path);
        }
    }
}
