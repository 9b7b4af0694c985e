using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Convolution;

/// <summary>An impulse response as its file holds it: h[channel][time], mono or stereo, at the rate of the file.</summary>
public sealed class ResponseRecording : IDisposable
{
    /// <summary>Of a recording chosen by mistake no more is read than may hold leading silence and a response.</summary>
    private const int LongestReadSeconds = 30;

    private readonly PlaneSet _planes;
    private readonly int _frames;

    private unsafe ResponseRecording(string file, WavReader reader)
    {
        var format = reader.Format;
        File = file;
        RateHz = format.SampleRateHz;
        _planes = new PlaneSet(format.Channels, (int)Math.Min(reader.Frames, (long)LongestReadSeconds * RateHz));
        _frames = reader.Read(_planes.Planes, _planes.Frames);
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The file's sample rate.</summary>
    public int RateHz { get; }

    /// <summary>1 for mono, 2 for left and right.</summary>
    public int Channels => _planes.Channels;

    /// <summary>h[time], or the only channel.</summary>
    public ReadOnlySpan<float> Left => _planes[0][.._frames];

    /// <summary>h[time] of the right channel; empty for mono.</summary>
    public ReadOnlySpan<float> Right => Channels == 2 ? _planes[1][.._frames] : default;

    /// <summary>Reads a WAV file. [main-thread]</summary>
    /// <exception cref="FileFormatException">Not a WAV file, or not of one or two channels and a rate that sound has.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ResponseRecording Load(string file)
    {
        using var reader = WavReader.Open(file);
        return Read(reader, file);
    }

    /// <summary>Reads a WAV file that is in memory already. [main-thread]</summary>
    /// <param name="contents">The whole file.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="FileFormatException">As for <see cref="Load"/>.</exception>
    public static unsafe ResponseRecording Read(ReadOnlySpan<byte> contents, string file)
    {
        fixed (byte* bytes = contents)
        {
            using var stream = new UnmanagedMemoryStream(bytes, contents.Length);
            using var reader = new WavReader(stream, file);
            return Read(reader, file);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _planes.Dispose();

    internal static void CheckRate(string file, int rateHz)
    {
        if (rateHz is < ImpulseResponse.LowestRateHz or > ImpulseResponse.HighestRateHz)
        {
            throw new FileFormatException(
                file, string.Empty, $"a sample rate of {rateHz} Hz", $"{ImpulseResponse.LowestRateHz} to {ImpulseResponse.HighestRateHz} Hz", "Export the impulse response again.");
        }
    }

    private static ResponseRecording Read(WavReader reader, string file)
    {
        if (reader.Format.Channels > 2)
            throw new FileFormatException(file, string.Empty, $"{reader.Format.Channels} channels", "one or two", "Export the impulse response as a mono or stereo file.");
        CheckRate(file, reader.Format.SampleRateHz);
        return new ResponseRecording(file, reader);
    }
}
