using System.Collections.Immutable;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Width;
using NamPlugin.Training.HandBuilt;
using NamPlugin.Training.Signals;

namespace NamPlugin.Training.Tests;

public sealed class HandBuiltModelTests(HandBuiltModelTests.Rendering rendering) : IClassFixture<HandBuiltModelTests.Rendering>
{
    [Fact]
    public void Has_every_width_from_two_to_eight() => Assert.Equal([2, 3, 4, 5, 6, 7, 8], rendering.Widths.Select(width => width.Channels[0]));

    [Fact]
    public void Silence_stays_silence_at_every_width() =>
        Assert.All(rendering.Widths, width => Assert.All(Play(width, new float[2000]), value => Assert.Equal(0f, value)));

    [Fact]
    public void The_built_in_guitar_comes_out_strong_and_unclipped_at_every_width() =>
        Assert.All(rendering.Sounds, sound => Assert.InRange(Decibels(sound.Max(Math.Abs)), -6, -1));

    [Fact]
    public void Widths_are_equally_loud_within_2_dB()
    {
        var levels = rendering.Sounds.Select(RmsDb).ToList();

        Assert.InRange(levels.Max() - levels.Min(), 0, 2);
    }

    [Fact]
    public void Each_channel_more_is_heard()
    {
        for (var i = 1; i < rendering.Sounds.Length; i++)
        {
            var difference = rendering.Sounds[i].Zip(rendering.Sounds[i - 1], (wide, narrow) => wide - narrow).ToArray();
            Assert.InRange(RmsDb(difference), -60, -20);
        }
    }

    [Fact]
    public void Its_metadata_tells_its_loudness() => Assert.Equal(RmsDb(rendering.Sounds[^1]), rendering.LoudnessDb, 0.01);

    [Fact]
    public void Eighteen_dB_more_at_the_input_come_out_as_less_than_twelve()
    {
        var chords = rendering.Guitar[(7 * 48000)..(9 * 48000)];
        var hot = chords.Select(value => 8 * value).ToArray();

        Assert.All(rendering.Widths, width => Assert.InRange(RmsDb(Play(width, hot)) - RmsDb(Play(width, chords)), 2, 12));
    }

    private static unsafe float[] Play(ModelVariant width, float[] sound)
    {
        using var network = new Network(width.Program);
        var output = new float[sound.Length];
        fixed (float* input = sound, result = output)
            network.Process(&input, &result, sound.Length);
        return output;
    }

    private static double RmsDb(float[] sound) => Decibels(Math.Sqrt(sound.Average(value => (double)value * value)));

    private static double Decibels(double gain) => 20 * Math.Log10(gain);

    /// <summary>The built-in guitar through the built-in model, once for all tests.</summary>
    public sealed class Rendering : IDisposable
    {
        private readonly ModelVariants _variants;

        public Rendering()
        {
            using var stream = new MemoryStream();
            HandBuiltModel.WriteNam(stream);
            using var model = ModelFile.Read(stream.ToArray(), "mild-overdrive.nam");
            LoudnessDb = model.Metadata.LoudnessDb!.Value;
            _variants = ModelVariants.Compile(model, LaneWidth.Wide128);
            Sounds = Widths.Select(width => Play(width, Guitar)).ToImmutableArray();
        }

        public double LoudnessDb { get; }

        public float[] Guitar { get; } = GuitarDi.Render();

        public ImmutableArray<ModelVariant> Widths => _variants.Variants;

        /// <summary>What each width makes of the guitar.</summary>
        public ImmutableArray<float[]> Sounds { get; }

        public void Dispose() => _variants.Dispose();
    }
}
