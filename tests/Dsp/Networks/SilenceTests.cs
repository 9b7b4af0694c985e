using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Tests.Golden;

namespace NamPlugin.Dsp.Tests.Networks;

/// <summary>A network that rests in silence sounds, to the bit, like one that never does.</summary>
public sealed unsafe class SilenceTests
{
    private const int BlockFrames = 64;

    public static TheoryData<string, LaneWidth> ShapesAndLanes() => [.. from shape in KnownShapes.Names from lanes in LaneWidths.Supported select (shape, lanes)];

    public static TheoryData<string> Goldens() => [.. GoldenModels.Names];

    [Theory]
    [MemberData(nameof(ShapesAndLanes))]
    public void A_capture_rests_after_its_receptive_field_and_wakes_with_the_first_sample(string shape, LaneWidth lanes)
    {
        using var instance = Instance.Of(KnownShapes.Of(shape), lanes);
        AssertRestsLikeOneThatNeverDoes(instance, sounds: [1000, 64, 3], silence: instance.Program.ReceptiveFieldSamples + (2 * BlockFrames));
        Assert.True(PlaySilence(instance.Network, instance.Program.ReceptiveFieldSamples + BlockFrames));
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void No_kind_of_network_sounds_different_after_a_silence(string name)
    {
        using var instance = Instance.Of(name, LaneWidths.Widest);
        AssertRestsLikeOneThatNeverDoes(instance, sounds: [700, 1, 333], silence: 9000);
    }

    // Not all does: some feedback goes round in its last bit for ever.
    [Fact]
    public void Feedback_rests_when_it_has_come_to_a_standstill()
    {
        using var instance = Instance.Of(KnownShapes.ForgetfulLstm(8), LaneWidths.Widest);
        Playback.Play(instance.Network, Playback.Noise(1, 500, seed: 1));
        Assert.True(PlaySilence(instance.Network, 200_000));
    }

    [Fact]
    public void A_silence_shorter_than_the_receptive_field_is_computed()
    {
        using var instance = Instance.Of(KnownShapes.Of("A1 nano"), LaneWidths.Widest);
        Playback.Play(instance.Network, Playback.Noise(1, 500, seed: 1));
        Assert.False(PlaySilence(instance.Network, instance.Program.ReceptiveFieldSamples / 2));
    }

    private static bool PlaySilence(Network network, int frames)
    {
        Playback.Play(network, Array.ConvertAll(Playback.Noise(network.InputChannels, frames, seed: 1), static plane => new float[plane.Length]), [BlockFrames]);
        return network.IsAtRest;
    }

    // Sound, silence, sound and so on; blocks that fit neither.
    private static void AssertRestsLikeOneThatNeverDoes(Instance instance, int[] sounds, int silence)
    {
        var frames = sounds.Sum() + (sounds.Length * silence);
        var input = Playback.Noise(instance.Network.InputChannels, frames, seed: 5);
        var position = 0;
        foreach (var sound in sounds)
        {
            position += sound;
            foreach (var plane in input)
                plane.AsSpan(position, silence).Clear();
            position += silence;
        }

        var expected = PlayWithoutRest(instance.Program, input, frames);

        Assert.Equal(expected, Playback.Play(instance.Network, input, [BlockFrames, 17, 200, 1]));
    }

    private static float[][] PlayWithoutRest(NetworkProgram program, float[][] input, int frames)
    {
        using var state = new NativeBuffer<byte>(program.StateBytes);
        using var source = new PlaneSet(program.InputChannels, frames);
        using var result = new PlaneSet(program.OutputChannels, frames);
        for (var channel = 0; channel < input.Length; channel++)
            input[channel].CopyTo(source[channel]);
        program.Reset(state.Pointer);
        program.Process(state.Pointer, source.Planes, result.Planes, frames);
        return [.. Enumerable.Range(0, program.OutputChannels).Select(channel => result[channel].ToArray())];
    }
}
