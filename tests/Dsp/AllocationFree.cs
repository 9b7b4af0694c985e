using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Tests.Chain;

namespace NamPlugin.Dsp.Tests;

/// <summary>Plays a network from unmanaged memory and asserts that the managed heap gave nothing.</summary>
internal static unsafe class AllocationFree
{
    private const int Frames = 300;

    /// <summary>Blocks of many lengths, and a reset now and then; <paramref name="beforeBlock"/> runs before every block and must not allocate either.</summary>
    public static void AssertPlays(AudioNetwork network, Action<int>? beforeBlock = null)
    {
        using var input = new NativeBuffer<float>(network.InputChannels * Frames);
        using var output = new NativeBuffer<float>(network.OutputChannels * Frames);
        var inputs = new NativeBuffer<nint>(network.InputChannels);
        var outputs = new NativeBuffer<nint>(network.OutputChannels);
        for (var channel = 0; channel < network.InputChannels; channel++)
            inputs[channel] = (nint)(input.Pointer + channel * Frames);
        for (var channel = 0; channel < network.OutputChannels; channel++)
            outputs[channel] = (nint)(output.Pointer + channel * Frames);
        var random = new Random(1);
        foreach (ref var sample in input.Span)
            sample = random.NextSingle() - 0.5f;

        var block = 0;
        Blocks.AssertAllocatesNothing(() =>
        {
            if (block % 50 == 0)
                network.Reset();
            beforeBlock?.Invoke(block);
            network.Process((float**)inputs.Pointer, (float**)outputs.Pointer, block * 37 % (Frames + 1));
            block++;
        });
        inputs.Dispose();
        outputs.Dispose();
    }
}
