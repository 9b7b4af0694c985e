using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>What a writer may be told beyond the format.</summary>
internal sealed record AudioFileWriterOptions
{
    /// <summary>Chunks of the source to write back; WAV only, other kinds of file leave them out.</summary>
    public IReadOnlyList<WavChunk> Chunks { get; init; } = [];

    /// <summary>Length to come, if known; a WAV file then reserves no room for 64-bit sizes that it will not need.</summary>
    public long? Frames { get; init; }

    /// <summary>Dither for integers of up to 24 bits; none rounds plainly.</summary>
    public TpdfDither? Dither { get; init; }

    /// <summary>Whether an existing file of that name is replaced.</summary>
    public bool MayOverwrite { get; init; }
}
