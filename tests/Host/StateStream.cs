namespace NamPlugin.Host;

/// <summary>Bytes of a state, read and written at one position, at most so many at a time.</summary>
internal sealed class StateStream(ReadOnlySpan<byte> content, int chunkBytes)
{
    private byte[] _bytes = content.ToArray();

    /// <summary>Where the next byte is read or written; may lie behind the end.</summary>
    public long Position { get; set; }

    public long Length => _bytes.Length;

    public int Read(Span<byte> target)
    {
        var first = (int)Math.Min(Position, _bytes.Length);
        var source = _bytes.AsSpan(first, Math.Min(Math.Min(target.Length, chunkBytes), _bytes.Length - first));
        source.CopyTo(target);
        Position += source.Length;
        return source.Length;
    }

    public int Write(ReadOnlySpan<byte> source)
    {
        source = source[..Math.Min(source.Length, chunkBytes)];
        var end = checked((int)(Position + source.Length));
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, end);
        source.CopyTo(_bytes.AsSpan((int)Position));
        Position = end;
        return source.Length;
    }

    public byte[] ToArray() => [.. _bytes];
}
