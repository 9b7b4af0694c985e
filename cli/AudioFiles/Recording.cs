using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>A whole recording in memory, for what has to look at all of it at once.</summary>
internal sealed record Recording(WavFormat Format, IReadOnlyList<float[]> Channels)
{
    // Longer ones are no longer looked at in one picture or number.
    private const long MostFrames = 1L << 28;

    /// <summary>Length in frames.</summary>
    public int Frames => Channels[0].Length;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileFormatException">The file cannot be read or understood, or is too long to be held.</exception>
    public static Recording Read(string path)
    {
        try
        {
            return ReadWhole(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw FileFormatException.Unreadable(path, "a readable recording", exception);
        }
    }

    private static unsafe Recording ReadWhole(string path)
    {
        using var reader = AudioFileReader.Open(path);
        if (reader.Frames > MostFrames)
            throw new FileFormatException(path, "", $"{reader.Frames} frames", $"at most {MostFrames}, which is what can be looked at at once", "Cut out a part.");
        var format = reader.Format.Sound;
        var channels = Enumerable.Range(0, format.Channels).Select(_ => new float[(int)reader.Frames]).ToArray();
        using var block = new Reamp.PlaneBlock(format.Channels);
        var done = 0;
        while (reader.Read(block.Planes, Reamp.PlaneBlock.Frames) is > 0 and var frames)
        {
            for (var channel = 0; channel < channels.Length; channel++)
                block[channel][..frames].CopyTo(channels[channel].AsSpan(done));
            done += frames;
        }

        return new Recording(format, channels);
    }
}
