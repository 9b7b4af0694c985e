using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Tests.Golden;

namespace NamPlugin.Dsp.Tests.Networks;

/// <summary>What the audio thread relies on.</summary>
public sealed class NetworkRealtimeTests
{
    public static TheoryData<string> Models() => [.. GoldenModels.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Process_and_reset_allocate_nothing(string name)
    {
        foreach (var lanes in LaneWidths.Supported)
        {
            using var instance = Instance.Of(name, lanes);
            AllocationFree.AssertPlays(instance.Network);
        }
    }

    [Fact]
    public async Task Two_threads_share_one_program()
    {
        using var instance = Instance.Of(KnownShapes.Of("A1 nano"), LaneWidths.Widest);
        var inputs = Enumerable.Range(0, 2).Select(static seed => Playback.Noise(1, 20_000, seed)).ToArray();
        var alone = inputs.Select(input => Play(instance.Program, input)).ToArray();

        using var start = new Barrier(inputs.Length);
        var together = await Task.WhenAll(inputs.Select(input => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Play(instance.Program, input);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(alone, together);
    }

    private static float[][] Play(NetworkProgram program, float[][] input)
    {
        using var network = new Network(program);
        return Playback.Play(network, input, 64, 17, 1);
    }
}
