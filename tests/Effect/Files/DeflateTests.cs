using NamPlugin.Plugin.Files;

namespace NamPlugin.Effect.Tests.Files;

public sealed class DeflateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public void What_went_in_comes_out(int length)
    {
        var bytes = Letters(length);
        using var deflated = Deflate.TryCompress(bytes, 1 << 20);
        Assert.NotNull(deflated);
        using var restored = Deflate.TryDecompress(deflated.Span, length);

        Assert.NotNull(restored);
        Assert.Equal(bytes, restored.Span.ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);

        Assert.Null(Deflate.TryCompress(bytes, 9_000));
    }

    [Fact]
    public void Damaged_bytes_and_wrong_lengths_give_nothing()
    {
        var bytes = Letters(5_000);
        using var deflated = Deflate.TryCompress(bytes, 1 << 20);
        Assert.NotNull(deflated);

        Assert.Null(Deflate.TryDecompress(deflated.Span, 4_999));
        Assert.Null(Deflate.TryDecompress(deflated.Span, 5_001));
        Assert.Null(Deflate.TryDecompress(deflated.Span[..(deflated.Length / 2)], 5_000));
        Assert.Null(Deflate.TryDecompress([0xff, 0xff, 0xff], 3));
    }

    private static byte[] Letters(int length)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next('a', 'k'))];
    }
}
