using FsCheck;
using FsCheck.Fluent;

namespace NamPlugin.Dsp.Tests.Signals;

/// <summary>The ways in which a host may cut a stream into blocks.</summary>
internal static class BlockSplits
{
    /// <summary>Random cuts of a stream: blocks of 0 to 300 samples, some runs of single samples, some long blocks.</summary>
    public static Arbitrary<int[]> Of(int totalSamples) =>
        Gen.Choose(0, int.MaxValue).Select(seed => Cut(totalSamples, new Random(seed))).ToArbitrary();

    /// <summary>Calls <paramref name="process"/> with offset and length of each block in turn.</summary>
    public static void Run(int[] blocks, Action<int, int> process)
    {
        var offset = 0;
        foreach (var block in blocks)
        {
            process(offset, block);
            offset += block;
        }
    }

    private static int[] Cut(int total, Random random)
    {
        var blocks = new List<int>();
        for (var rest = total; rest > 0;)
        {
            var block = Math.Min(rest, random.Next(10) switch
            {
                0 => 0,
                < 4 => 1,
                < 8 => random.Next(1, 300),
                _ => random.Next(300, 5000),
            });
            blocks.Add(block);
            rest -= block;
        }

        return [.. blocks];
    }
}
