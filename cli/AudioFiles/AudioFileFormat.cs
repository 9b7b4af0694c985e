using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>A kind of file and the sound in it. For FLAC and AIFF the 8-bit encoding is signed; the numbers are the same.</summary>
internal sealed record AudioFileFormat(AudioContainer Container, WavFormat Sound)
{
    /// <summary>The kind of file that a name's extension asks for.</summary>
    /// <exception cref="FileFormatException">The extension is none of .wav, .wave, .bwf, .rf64, .flac, .aif, .aiff and .aifc.</exception>
    public static AudioContainer ContainerOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".wav" or ".wave" or ".bwf" or ".rf64" => AudioContainer.Wav,
        ".flac" => AudioContainer.Flac,
        ".aif" or ".aiff" or ".aifc" => AudioContainer.Aiff,
        var other => throw new FileFormatException(path, string.Empty, $"the extension '{other}'", "'.wav', '.flac' or '.aiff'", "Give the file one of these extensions."),
    };

    /// <summary>The kind of file that its first bytes announce; <see cref="AudioContainer.Wav"/> when they announce nothing, so that its reader says what is wrong.</summary>
    public static AudioContainer Recognize(ReadOnlySpan<byte> firstBytes)
    {
        if (firstBytes.StartsWith("fLaC"u8))
            return AudioContainer.Flac;
        return firstBytes.Length >= 12 && firstBytes.StartsWith("FORM"u8) && firstBytes[8..].StartsWith("AIF"u8) ? AudioContainer.Aiff : AudioContainer.Wav;
    }
}
