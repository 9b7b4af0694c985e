using System.Buffers;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.State;

/// <summary>
/// Bytes that grow in unmanaged memory: a session with its copies is a megabyte, which hosts ask for again and again while audio runs, and
/// garbage of that size would be collected. [main-thread]
/// </summary>
internal sealed unsafe class NativeByteWriter : MemoryManager<byte>, IBufferWriter<byte>
{
    private const int FirstBytes = 4096;

    private NativeBuffer<byte> _bytes = new(FirstBytes);
    private int _count;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - _count);
        _count += count;
    }

    /// <inheritdoc/>
    /// <remarks>Valid until the next call.</remarks>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return CreateMemory(_count, _bytes.Length - _count);
    }

    /// <inheritdoc/>
    /// <remarks>Valid until the next call.</remarks>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.Span[_count..];
    }

    /// <summary>A copy of what was written, of that length; the caller owns it.</summary>
    public NativeBuffer<byte> ToBuffer() => NativeBuffer<byte>.CopyOf(_bytes.Span[.._count]);

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => _bytes.Span;

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_bytes.Pointer + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _bytes.Dispose();

    private void Reserve(int count)
    {
        count = Math.Max(count, 1);
        if (_bytes.Length - _count >= count)
            return;
        var grown = new NativeBuffer<byte>(Math.Max(checked(_count + count), 2 * _bytes.Length));
        _bytes.Span[.._count].CopyTo(grown.Span);
        _bytes.Dispose();
        _bytes = grown;
    }
}
