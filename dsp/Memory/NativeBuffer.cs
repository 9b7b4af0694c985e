using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Dsp.Memory;

/// <summary>
/// A zero-initialised block of unmanaged memory, aligned to a cache line (64 bytes), which no garbage collection ever moves or scans.
/// Everything the audio thread touches lives in one of these.
/// </summary>
/// <typeparam name="T">An unmanaged element type.</typeparam>
public sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Alignment of the first element, in bytes: one cache line, one 512-bit vector.</summary>
    public const int AlignmentBytes = 64;

    private T* _pointer;

    /// <summary>Allocates <paramref name="length"/> zeroed elements. [main-thread]</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="OutOfMemoryException">The system has no such block.</exception>
    public NativeBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        var bytes = (nuint)Math.Max(length, 1) * (nuint)sizeof(T);
        _pointer = (T*)NativeMemory.AlignedAlloc(bytes, AlignmentBytes);
        NativeMemory.Clear(_pointer, bytes);
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The first element. Valid until <see cref="Dispose"/>; the caller keeps this object alive while using it.</summary>
    public T* Pointer => _pointer;

    /// <summary>The elements as a span, valid until <see cref="Dispose"/>.</summary>
    public Span<T> Span => new(_pointer, Length);

    /// <summary>Element access with a bounds check.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Span[index];
    }

    /// <summary>A new buffer that holds a copy of <paramref name="source"/>. [main-thread]</summary>
    public static NativeBuffer<T> CopyOf(ReadOnlySpan<T> source)
    {
        var buffer = new NativeBuffer<T>(source.Length);
        source.CopyTo(buffer.Span);
        return buffer;
    }

    /// <summary>Frees the memory. There is no finalizer: memory that audio may be reading is freed by its owner, never by chance. [main-thread]</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
    }
}
