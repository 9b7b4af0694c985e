using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Formats.Namb;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats;

/// <summary>Loads models from disk, whatever their format.</summary>
public static class ModelFile
{
    /// <summary>
    /// Reads a `.nam` or `.namb` file. The contents decide which it is; the extension only where they cannot. [main-thread]
    /// </summary>
    /// <param name="path">The file; it is called by its name alone in errors.</param>
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
        var isBinary = NambReader.HasMagic(contents) || Path.GetExtension(path).Equals(".namb", StringComparison.OrdinalIgnoreCase);
        return isBinary ? NambReader.Read(contents, name) : NamReader.Read(contents, name);
    }

    private static NativeBuffer<byte> ReadAll(string path)
    {
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
            throw new FileFormatException(Path.GetFileName(path), "", $"a file that cannot be read ({exception.Message.TrimEnd('.')})", "a readable model file", "Check the path and the permissions.", exception);
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
