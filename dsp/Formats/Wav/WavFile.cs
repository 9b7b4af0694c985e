using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>A whole WAV file in memory, for impulse responses, comparisons and tests. Long recordings are better streamed with <see cref="WavReader"/>.</summary>
public sealed unsafe class WavFile : IDisposable
{
    private WavFile(WavFormat format, NativeBuffer<float>[] planes, int frames, IReadOnlyList<WavChunk> chunks, IReadOnlyList<string> warnings)
    {
        Format = format;
        Planes = planes;
        Frames = frames;
        Chunks = chunks;
        Warnings = warnings;
    }

    /// <summary>Rate, channels and encoding.</summary>
    public WavFormat Format { get; }

    /// <summary>The sound, <c>x[channel][time]</c>, scaled as <see cref="WavReader"/> says.</summary>
    public IReadOnlyList<NativeBuffer<float>> Planes { get; }

    /// <summary>Length of each plane.</summary>
    public int Frames { get; }

    /// <summary>See <see cref="WavReader.Chunks"/>.</summary>
    public IReadOnlyList<WavChunk> Chunks { get; }

    /// <summary>See <see cref="WavReader.Warnings"/>.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Reads a file from disk. [main-thread]</summary>
    /// <exception cref="FileFormatException">As for <see cref="WavReader"/>; also a recording too long to be held in memory.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WavFile ReadAll(string path)
    {
        using var reader = WavReader.Open(path);
        return ReadAll(reader, path);
    }

    /// <summary>Reads what an open reader has, from its first frame on. [main-thread]</summary>
    /// <exception cref="FileFormatException">The recording is too long to be held in memory.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WavFile ReadAll(WavReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.Frames > int.MaxValue)
            throw new FileFormatException(file, string.Empty, $"{reader.Frames} frames", $"at most {int.MaxValue}", "Cut the recording into shorter files.");
        var frames = (int)reader.Frames;
        var channels = reader.Format.Channels;
        var planes = new NativeBuffer<float>[channels];
        try
        {
            var pointers = stackalloc float*[channels];
            for (var channel = 0; channel < channels; channel++)
            {
                planes[channel] = new NativeBuffer<float>(frames);
                pointers[channel] = planes[channel].Pointer;
            }

            reader.PositionFrames = 0;
            reader.Read(pointers, frames);
            return new WavFile(reader.Format, planes, frames, reader.Chunks, reader.Warnings);
        }
        catch
        {
            foreach (var plane in planes)
                plane?.Dispose();
            throw;
        }
    }

    /// <summary>Frees the planes.</summary>
    public void Dispose()
    {
        foreach (var plane in Planes)
            plane.Dispose();
    }
}
