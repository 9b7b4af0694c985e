using Microsoft.Win32.SafeHandles;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Formats;

/// <summary>Reads files, whole or their beginning, into unmanaged memory.</summary>
public static class FileBytes
{
    /// <summary>Reads a file; the caller owns its bytes. [main-thread]</summary>
    /// <param name="path">The file; errors about its contents call it by its name alone.</param>
    /// <param name="mostBytes">A longer file is refused unread.</param>
    /// <param name="expected">What it should be, for errors: "a readable model file".</param>
    /// <exception cref="FileFormatException">The file cannot be read, or is too long.</exception>
    public static NativeBuffer<byte> Read(string path, int mostBytes, string expected) => ReadHead(path, mostBytes, mostBytes, expected);

    /// <summary>Reads the first bytes of a file, or all of it where it has no more; the caller owns them. [main-thread]</summary>
    /// <param name="path">The file; errors about its contents call it by its name alone.</param>
    /// <param name="count">How many bytes.</param>
    /// <param name="mostBytes">A longer file is refused unread.</param>
    /// <param name="expected">What it should be, for errors.</param>
    /// <exception cref="FileFormatException">The file cannot be read, or is too long.</exception>
    public static NativeBuffer<byte> ReadHead(string path, int count, int mostBytes, string expected)
    {
        RegularFile.Require(path, expected);
        try
        {
            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(handle);
            if (length > mostBytes)
            {
                throw new FileFormatException(
                    Path.GetFileName(path), "", $"{length} bytes", $"at most {mostBytes} bytes", "No file of this kind is that long: check that it is the right one.");
            }

            return Read(handle, (int)Math.Min(length, count));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileFormatException.Unreadable(path, expected, exception);
        }
    }

    private static NativeBuffer<byte> Read(SafeFileHandle handle, int length)
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
