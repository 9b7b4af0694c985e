using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Formats.Namb;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats;

/// <summary>Loads models from disk and saves them, whatever their format.</summary>
public static class ModelFile
{
    /// <summary>
    /// Reads a `.nam` or `.namb` file. The contents decide which it is; the extension only where they cannot. [main-thread]
    /// </summary>
    /// <param name="path">The file; errors in its contents call it by its name alone.</param>
    /// <returns>The model, which the caller owns.</returns>
    /// <exception cref="FileFormatException">The file cannot be read, or is not a model that can be played.</exception>
    public static NamModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var bytes = ReadAll(path);
        return Read(bytes.Span, path);
    }

    /// <summary>Reads a model that is in memory already. [main-thread]</summary>
    /// <param name="contents">The whole file.</param>
    /// <param name="path">Its path or name, for errors and for the extension.</param>
    /// <exception cref="FileFormatException">The contents are not a model that can be played.</exception>
    public static NamModel Read(ReadOnlySpan<byte> contents, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.GetFileName(path);
        var isBinary = NambReader.HasMagic(contents) || HasBinaryExtension(path);
        return isBinary ? NambReader.Read(contents, name) : NamReader.Read(contents, name);
    }

    /// <summary>
    /// Writes a model as `.namb` if the name ends so, else as `.nam`; the file appears complete or not at all. [main-thread]
    /// </summary>
    /// <exception cref="FileFormatException">The format cannot hold the model; nothing was written.</exception>
    /// <exception cref="ArgumentException">The model is not sound: see <see cref="ShapeRules"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Save(NamModel model, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Serialize(model, path).Span);
    }

    /// <summary>What <see cref="Save"/> would write. [main-thread]</summary>
    /// <exception cref="FileFormatException">The format cannot hold the model.</exception>
    /// <exception cref="ArgumentException">The model is not sound: see <see cref="ShapeRules"/>.</exception>
    public static ReadOnlyMemory<byte> Serialize(NamModel model, string path) =>
        HasBinaryExtension(path) ? NambWriter.Write(model, Path.GetFileName(path)) : NamWriter.Write(model);

    private static bool HasBinaryExtension(string path) => Path.GetExtension(path).Equals(".namb", StringComparison.OrdinalIgnoreCase);

    private static NativeBuffer<byte> ReadAll(string path)
    {
        const string expected = "a readable model file";
        RegularFile.Require(path, expected);
        try
        {
            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(handle);
            if (length > ModelLimits.FileBytes)
                throw new FileFormatException(Path.GetFileName(path), "", $"{length} bytes", $"at most {ModelLimits.FileBytes} bytes", Remedies.TooLarge);
            return ReadAll(handle, (int)length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileFormatException.Unreadable(path, expected, exception);
        }
    }

    private static NativeBuffer<byte> ReadAll(Microsoft.Win32.SafeHandles.SafeFileHandle handle, int length)
    {
        var bytes = new NativeBuffer<byte>(length);
        try
        {
            for (var position = 0; position < length;)
            {
                var count = RandomAccess.Read(handle, bytes.Span[position..], position);
                if (count == 0)
                    throw new EndOfStreamException("The file became shorter while it was read.");
                position += count;
            }

            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
