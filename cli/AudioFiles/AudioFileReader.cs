using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>Streams the sound of a file of any supported kind into planes of floats.</summary>
internal abstract unsafe class AudioFileReader : IDisposable
{
    /// <summary>Kind of file, rate, channels and encoding.</summary>
    public abstract AudioFileFormat Format { get; }

    /// <summary>Length in frames.</summary>
    public abstract long Frames { get; }

    /// <summary>Chunks to write back; empty for everything but WAV.</summary>
    public virtual IReadOnlyList<WavChunk> Chunks => [];

    /// <summary>What is wrong with the file though it can be read, as sentences for the user.</summary>
    public virtual IReadOnlyList<string> Warnings => [];

    /// <summary>Opens a file by what is in it, whatever its name.</summary>
    /// <exception cref="FileFormatException">The file cannot be understood, or needs libsndfile and that is not installed.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static AudioFileReader Open(string path)
    {
        var first = new byte[12];
        using (var stream = File.OpenRead(path))
            first = first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        var container = AudioFileFormat.Recognize(first);
        return container == AudioContainer.Wav ? new WavAudioFileReader(path) : new SndFileReader(SndFileLibrary.Require(path, container), path, container);
    }

    /// <summary>Reads the next frames into <c>planes[channel][time]</c>.</summary>
    /// <returns>How many were read; fewer than asked for only at the end.</returns>
    /// <exception cref="FileFormatException">The sound is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract int Read(float** planes, int frames);

    public abstract void Dispose();
}
