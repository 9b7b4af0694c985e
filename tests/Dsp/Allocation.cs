using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Tests;

/// <summary>Counts what the managed heap gave to this thread while a network played.</summary>
public static unsafe class Allocation
{
    private const int Frames = 300;

    /// <summary>Bytes allocated by some blocks and resets, after a first round in which code is compiled. <paramref name="between"/> runs before every block.</summary>
    public static long Of(INetwork network, Action<int>? between = null, int blocks = 20)
    {
        using var input = new NativeBuffer<float>(network.InputChannels * Frames);
        using var output = new NativeBuffer<float>(network.OutputChannels * Frames);
        var inputs = stackalloc float*[network.InputChannels];
        var outputs = stackalloc float*[network.OutputChannels];
        for (var channel = 0; channel < network.InputChannels; channel++)
            inputs[channel] = input.Pointer + channel * Frames;
        for (var channel = 0; channel < network.OutputChannels; channel++)
            outputs[channel] = output.Pointer + channel * Frames;
        var random = new Random(1);
        foreach (ref var sample in input.Span)
            sample = random.NextSingle() - 0.5f;

        long before = 0;
        for (var round = 0; round < 2; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            network.Reset();
            for (var block = 0; block < blocks; block++)
            {
                between?.Invoke(block);
                network.Process(inputs, outputs, Frames - block);
            }
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
