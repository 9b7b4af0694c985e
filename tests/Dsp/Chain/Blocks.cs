using FsCheck;
using FsCheck.Fluent;

namespace NamPlugin.Dsp.Tests.Chain;

internal unsafe delegate void BlockProcess(float* x, int frames);

/// <summary>Runs in-place blocks over arrays, in one piece or in many, and watches them do it.</summary>
internal static unsafe class Blocks
{
    /// <summary>Block sizes from 0 to somewhat above every internal piece.</summary>
    public static Arbitrary<int[]> Partitions { get; } = Gen.Choose(0, 700).ArrayOf().Where(sizes => sizes.Sum() > 0).ToArbitrary();

    public static float[] Run(BlockProcess process, float[] input) => Run(process, input, [input.Length]);

    /// <summary>Runs blocks of the given sizes, over and over, until the input is used up.</summary>
    public static float[] Run(BlockProcess process, float[] input, int[] sizes)
    {
        var x = (float[])input.Clone();
        fixed (float* pointer = x)
        {
            var done = 0;
            for (var block = 0; done < x.Length; block++)
            {
                var frames = Math.Min(sizes[block % sizes.Length], x.Length - done);
                process(pointer + done, frames);
                done += frames;
            }
        }
        return x;
    }

    /// <summary>
    /// Whatever the partition, the output is the same to the bit. <paramref name="make"/> gives a fresh block and a change of its settings
    /// that comes in after each third of the input, a number of samples that no partition knows of.
    /// </summary>
    public static void AssertPartitionInvariant(Func<(BlockProcess Process, Action<int> Change)> make, float[] input) =>
        Prop.ForAll(Partitions, sizes => Signals.BitEqual(RunWithChanges(make(), input, [input.Length]), RunWithChanges(make(), input, sizes)))
            .QuickCheckThrowOnFailure();

    public static float[] RunWithChanges((BlockProcess Process, Action<int> Change) block, float[] input, int[] sizes)
    {
        var third = input.Length / 3;
        List<float> output = [];
        for (var part = 0; part < 3; part++)
        {
            block.Change(part);
            output.AddRange(Run(block.Process, input[(part * third)..(part == 2 ? input.Length : (part + 1) * third)], sizes));
        }
        return [.. output];
    }

    /// <summary>
    /// The runtime compiles hot loops anew while they run and now and then charges a table of its own to the thread, once. What the action
    /// allocates, it allocates every time; so the least of several rounds tells.
    /// </summary>
    public static void AssertAllocatesNothing(Action action)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 20; i++)
                action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }
}
