using System.IO.Compression;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Files;

/// <summary>Deflate (RFC 1951) between blocks of unmanaged memory. [main-thread]</summary>
internal static unsafe class Deflate
{
    /// <summary>The bytes deflated, or null when that takes more than <paramref name="mostBytes"/>.</summary>
    public static NativeBuffer<byte>? TryCompress(ReadOnlySpan<byte> bytes, int mostBytes)
    {
        using var target = new NativeBuffer<byte>(mostBytes);
        using var sink = new BoundedSink(target);
        using (var deflate = new DeflateStream(sink, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return sink.Overflowed ? null : NativeBuffer<byte>.CopyOf(target.Span[..sink.Count]);
    }

    /// <summary>What was deflated, or null when the bytes are damaged or are not <paramref name="length"/> bytes deflated.</summary>
    public static NativeBuffer<byte>? TryDecompress(ReadOnlySpan<byte> deflated, int length)
    {
        if (deflated.IsEmpty)
            return length == 0 ? new NativeBuffer<byte>(0) : null;
        fixed (byte* source = deflated)
        {
            var buffer = new NativeBuffer<byte>(length);
            try
            {
                using var stream = new UnmanagedMemoryStream(source, deflated.Length);
                using var inflate = new DeflateStream(stream, CompressionMode.Decompress);
                if (inflate.ReadAtLeast(buffer.Span, length, throwOnEndOfStream: false) == length && inflate.ReadByte() < 0)
                    return buffer;
            }
            catch (InvalidDataException)
            {
                // Damaged; the caller says so.
            }

            buffer.Dispose();
            return null;
        }
    }

    /// <summary>Takes what fits and remembers whether there was more.</summary>
    private sealed class BoundedSink(NativeBuffer<byte> target) : Stream
    {
        public int Count { get; private set; }

        public bool Overflowed { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Count;

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Overflowed |= buffer.Length > target.Length - Count;
            if (Overflowed)
                return;
            buffer.CopyTo(target.Span[Count..]);
            Count += buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
