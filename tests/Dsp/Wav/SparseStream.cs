namespace NamPlugin.Dsp.Tests.Wav;

/// <summary>A file of any length that keeps only the pages with something other than zeros, so that 4 GiB can be crossed in memory.</summary>
internal sealed class SparseStream : Stream
{
    private const int PageBytes = 1 << 16;

    private readonly Dictionary<long, byte[]> _pages = [];
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var (page, at) = Math.DivRem(Position, PageBytes);
        var count = (int)Math.Min(Math.Min(buffer.Length, PageBytes - at), Math.Max(0, _length - Position));
        if (_pages.TryGetValue(page, out var bytes))
            bytes.AsSpan((int)at, count).CopyTo(buffer);
        else
            buffer[..count].Clear();
        Position += count;
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var (page, at) = Math.DivRem(Position, PageBytes);
            var part = buffer[..(int)Math.Min(buffer.Length, PageBytes - at)];
            if (_pages.TryGetValue(page, out var bytes) || part.ContainsAnyExcept((byte)0))
                part.CopyTo((bytes ?? (_pages[page] = new byte[PageBytes])).AsSpan((int)at));
            buffer = buffer[part.Length..];
            Position += part.Length;
            _length = Math.Max(_length, Position);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => _length = value;

    public override void Flush()
    {
    }
}
