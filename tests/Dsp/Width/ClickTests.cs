using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Dsp.Tests.Width;

/// <summary>No switch clicks, whatever is played.</summary>
public sealed class ClickTests
{
    private const int FramesBefore = 6000;
    private const int FramesAfter = 24_000;

    private static readonly string[] Signals = ["silence", "low sine", "sine", "guitar"];

    public static TheoryData<string, string> Committed() => Pair(TestMaterial.CommittedModels);

    public static TheoryData<string, string> Shared() => Pair(TestMaterial.SharedModels);

    [Theory]
    [MemberData(nameof(Committed))]
    public void Width_change_is_click_free(string model, string signal) => AssertEverySwitch(model, signal);

    [Theory]
    [MemberData(nameof(Shared))]
    public void Width_change_of_a_capture_is_click_free(string model, string signal) => AssertEverySwitch(model, signal);

    [Theory]
    [InlineData(44_100)]
    [InlineData(96_000)]
    [InlineData(192_000)]
    public void Silence_stays_silent_at_every_rate(double sampleRateHz)
    {
        using var model = TestMaterial.Load("slim_default4");
        using var weights = NativeBuffer<float>.CopyOf(model.Weights.Span);
        var atRate = new NamModel { Version = model.Version, Config = model.Config, Weights = weights, SampleRateHz = sampleRateHz };

        AssertEverySwitch(atRate, "silence", $"slim_default4 at {sampleRateHz} Hz");
    }

    [Theory]
    [InlineData("assets: mild-overdrive", "silence")]
    [InlineData("assets: mild-overdrive", "guitar")]
    [InlineData("slimmable A2 shape", "low sine")]
    [InlineData("slim_default4", "silence")]
    public void A_ramp_through_all_widths_is_click_free(string name, string signal)
    {
        const int RampFrames = 2 * 48_000;
        using var model = TestMaterial.Load(name);
        using var variants = ModelVariants.Compile(model, LaneWidths.Widest);
        using var switcher = new WidthSwitcher(variants);
        float[][] input = [TestMaterial.Signal(signal, FramesBefore + 2 * RampFrames)];
        var points = Automation.Ramp(FramesBefore, RampFrames, 1, 0).Concat(Automation.Ramp(FramesBefore + RampFrames, RampFrames / 2, 0, 1)).ToList();

        var switched = Automation.Play(switcher, input, points, 64).Output[0];

        Assert.True(switcher.CompletedSwitches > variants.Map.Count);
        ClickBound.AssertHolds(switched, [.. variants.Variants.Select(variant => Settled(variant, input))], FramesBefore, variants.SampleRateHz, $"{name}, ramp, {signal}");
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("low sine")]
    [InlineData("sine")]
    [InlineData("guitar")]
    public void The_proof_catches_a_hard_switch(string signal)
    {
        using var model = TestMaterial.Load("slim_default4");
        using var variants = ModelVariants.Compile(model, LaneWidths.Widest);
        float[][] input = [TestMaterial.Signal(signal, FramesBefore + FramesAfter)];
        float[][] settled = [Settled(variants.Variants[0], input), Settled(variants.Variants[^1], input)];
        float[] hard = [.. settled[0][..FramesBefore], .. settled[1][FramesBefore..]];

        Assert.ThrowsAny<Exception>(() => ClickBound.AssertHolds(hard, settled, FramesBefore, variants.SampleRateHz, "hard"));
    }

    private static TheoryData<string, string> Pair(IEnumerable<string> models) => [.. from model in models from signal in Signals select (model, signal)];

    private static void AssertEverySwitch(string name, string signal)
    {
        using var model = TestMaterial.Load(name);
        AssertEverySwitch(model, signal, name);
    }

    private static void AssertEverySwitch(NamModel model, string signal, string name)
    {
        using var variants = ModelVariants.Compile(model, LaneWidths.Widest);
        var warmUp = variants.Variants.Max(static variant => variant.Program.WarmUpSamples);
        float[][] input = [TestMaterial.Signal(signal, FramesBefore + warmUp + FramesAfter)];
        var settled = variants.Variants.Select(variant => Settled(variant, input)).ToArray();
        var count = variants.Map.Count;
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
            {
                // Neighbours, and from end to end.
                if (Math.Abs(from - to) != 1 && Math.Abs(from - to) != count - 1)
                    continue;
                var switched = Switched(variants, from, to, input);
                ClickBound.AssertHolds(switched, [settled[from], settled[to]], FramesBefore, variants.SampleRateHz, $"{name} from {from} to {to}, {signal}");
            }
        }
    }

    private static float[] Settled(ModelVariant variant, float[][] input)
    {
        using var network = new Network(variant.Program);
        return Playback.Play(network, input)[0];
    }

    private static float[] Switched(ModelVariants variants, int from, int to, float[][] input)
    {
        using var switcher = new WidthSwitcher(variants);
        switcher.SetWidth(variants.Map.WidthFor(from));
        switcher.Reset();
        var before = Playback.Play(switcher, [input[0][..FramesBefore]])[0];
        switcher.SetWidth(variants.Map.WidthFor(to));
        var after = Playback.Play(switcher, [input[0][FramesBefore..]], 64)[0];
        Assert.Equal(to, switcher.SoundingVariant);
        return [.. before, .. after];
    }
}
