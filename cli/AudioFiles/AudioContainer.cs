namespace NamPlugin.Cli.AudioFiles;

/// <summary>The kinds of audio file that are read and written.</summary>
internal enum AudioContainer
{
    /// <summary>WAV, and RF64 where it has to be; by our own code, with every chunk kept.</summary>
    Wav,

    /// <summary>FLAC, through libsndfile; tags and pictures are not carried over.</summary>
    Flac,

    /// <summary>AIFF and AIFC, through libsndfile; chunks other than the sound are not carried over.</summary>
    Aiff,
}
