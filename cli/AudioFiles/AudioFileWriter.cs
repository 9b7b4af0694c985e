using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>
/// Streams planes of floats into a file of any supported kind. The file gets its name when it is finished; a writer that is disposed of before
/// leaves nothing behind.
/// </summary>
internal abstract unsafe class AudioFileWriter : IDisposable
{
    private readonly AtomicFile _file;

    protected AudioFileWriter(AtomicFile file) => _file = file;

    /// <summary>Peak, samples beyond full scale and samples that are no numbers, of everything written so far.</summary>
    public abstract SampleLevels Levels { get; }

    /// <summary>Starts a file.</summary>
    /// <exception cref="FileFormatException">The kind of file cannot hold the format, or needs libsndfile and that is not installed.</exception>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public static AudioFileWriter Create(string path, AudioFileFormat format, AudioFileWriterOptions options)
    {
        var library = format.Container == AudioContainer.Wav ? null : SndFileLibrary.Require(path, format.Container);
        var file = AtomicFile.Create(path, options.MayOverwrite);
        try
        {
            return library is null ? new WavAudioFileWriter(file, path, format.Sound, options) : new SndFileWriter(library, file, path, format, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends <c>planes[channel][time]</c>.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public abstract void Write(float** planes, int frames);

    /// <summary>Completes the file and gives it its name.</summary>
    /// <exception cref="IOException">The file cannot be written, or exists and may not be overwritten.</exception>
    public void Finish()
    {
        Close(isComplete: true);
        _file.Commit();
    }

    public void Dispose()
    {
        try
        {
            Close(isComplete: false);
        }
        finally
        {
            _file.Dispose();
        }
    }

    /// <summary>Closes the underlying file, once.</summary>
    protected abstract void Close(bool isComplete);
}
