using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests.Hosting;

public sealed class BlockPatternTests
{
    [Theory]
    [InlineData("64", new[] { 64, 64, 22 })]
    [InlineData("seq:1,100,7", new[] { 1, 100, 7, 1, 41 })]
    [InlineData("100+0", new[] { 0, 100, 0, 50 })]
    public void A_pattern_becomes_blocks(string text, int[] blocks) => Assert.Equal(blocks, BlockPattern.Parse(text).Blocks(150));

    [Fact]
    public void Random_blocks_keep_their_limits_add_up_and_are_the_same_every_time() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(PositiveInt, NonNegativeInt, NonNegativeInt)>(),
        drawn =>
        {
            var (shortest, span, total) = (drawn.Item1.Get, drawn.Item2.Get, drawn.Item3.Get);
            var pattern = BlockPattern.Parse($"rand:{shortest}:{shortest + span}");

            var blocks = pattern.Blocks(total).ToList();

            Assert.Equal(total, blocks.Sum());
            Assert.All(blocks.SkipLast(1), block => Assert.InRange(block, shortest, shortest + span));
            Assert.Equal(blocks, pattern.Blocks(total));
            Assert.Equal(shortest + span, pattern.Longest);
        }));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("rand:5")]
    [InlineData("rand:7:5")]
    [InlineData("seq:1,0")]
    [InlineData("64x")]
    public void What_is_no_pattern_is_refused(string text) => Assert.Throws<FormatException>(() => BlockPattern.Parse(text));
}
