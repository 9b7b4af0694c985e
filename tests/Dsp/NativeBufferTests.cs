using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Tests;

public sealed class NativeBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public unsafe void Is_zeroed_and_aligned_to_a_cache_line(int length)
    {
        using var buffer = new NativeBuffer<float>(length);

        Assert.Equal(length, buffer.Length);
        Assert.Equal(0u, (nuint)buffer.Pointer % NativeBuffer<float>.AlignmentBytes);
        Assert.All(buffer.Span.ToArray(), value => Assert.Equal(0f, value));
    }
}
