using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary><c>SF_INFO</c> of <c>sndfile.h</c>, and what its format number means.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SndFileInfo
{
    private const int Aiff = 0x020000;
    private const int Flac = 0x170000;
    private const int EncodingMask = 0xFFFF;

    private static readonly (int Number, WavEncoding Encoding)[] Encodings =
    [
        (0x0001, WavEncoding.UInt8),
        (0x0002, WavEncoding.Int16),
        (0x0003, WavEncoding.Int24),
        (0x0004, WavEncoding.Int32),
        (0x0005, WavEncoding.UInt8),
        (0x0006, WavEncoding.Float32),
        (0x0007, WavEncoding.Float64),
    ];

    public long Frames;
    public int SampleRateHz;
    public int Channels;
    public int Format;
    public int Sections;
    public int IsSeekable;

    /// <summary>The encoding, or none if it is compressed in a way that is not offered for writing.</summary>
    public readonly WavEncoding? Encoding
    {
        get
        {
            var number = Format & EncodingMask;
            return Array.Find(Encodings, pair => pair.Number == number) is { Number: > 0 } known ? known.Encoding : null;
        }
    }

    public static SndFileInfo ForWriting(AudioFileFormat format) => new()
    {
        SampleRateHz = format.Sound.SampleRateHz,
        Channels = format.Sound.Channels,
        Format = (format.Container == AudioContainer.Flac ? Flac : Aiff) | Array.Find(Encodings, pair => pair.Encoding == format.Sound.Encoding).Number,
    };
}
