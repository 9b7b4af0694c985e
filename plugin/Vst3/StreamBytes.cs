using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>Whole states to and from streams that give and take as much at a time as they like.</summary>
internal static class StreamBytes
{
    private const int FirstBytes = 4096;

    /// <summary>Reads to the end. The caller owns the bytes. False when there are more than <paramref name="longest"/>. [main-thread]</summary>
    public static bool TryRead(IBStream stream, int longest, out NativeBuffer<byte> bytes, out int length)
    {
        bytes = new NativeBuffer<byte>(FirstBytes);
        length = 0;
        while (true)
        {
            if (length == bytes.Length)
                Grow(ref bytes, longest + 1);
            var room = bytes.Span[length..];
            var isOk = stream.Read(room, out var count) == Result.Ok;

            // What a host read it read, even where it answers that this was not all.
            if (count <= 0)
                return true;
            if (count > room.Length)
                return false;
            length += count;
            if (length > longest)
                return false;
            if (!isOk)
                return true;
        }
    }

    /// <summary>Writes everything. False when the stream takes no more. [main-thread]</summary>
    public static bool TryWrite(IBStream stream, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (stream.Write(bytes, out var count) != Result.Ok || count <= 0 || count > bytes.Length)
                return false;
            bytes = bytes[count..];
        }

        return true;
    }

    private static void Grow(ref NativeBuffer<byte> bytes, int longest)
    {
        var grown = new NativeBuffer<byte>((int)Math.Min(2L * bytes.Length, longest));
        bytes.Span.CopyTo(grown.Span);
        bytes.Dispose();
        bytes = grown;
    }
}
