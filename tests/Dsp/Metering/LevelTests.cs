using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Metering;

namespace NamPlugin.Dsp.Tests.Metering;

public sealed class LevelTests
{
    /// <summary>EBU Tech 3341, cases 15 to 18: sines of half scale that miss their own crest, to be read as -6.0 dBTP, +0.2 / -0.4 dB.</summary>
    [Theory]
    [InlineData(4, 0)]
    [InlineData(4, 45)]
    [InlineData(6, 60)]
    [InlineData(8, 67.5)]
    public void The_true_peak_of_the_EBU_test_signals_is_found(int samplesPerPeriod, double phaseDegrees)
    {
        var meter = new TruePeakMeter();
        meter.Add([.. Sine(samplesPerPeriod, phaseDegrees, 0.5, 4800).Select((x, i) => x * Math.Min(1, Math.Min(i, 4799 - i) / 480f))]);
        meter.Flush();

        Assert.InRange(Decibels.FromGain(meter.Peak), -6.02 - 0.4, -6.02 + 0.2);
    }

    [Fact]
    public void The_true_peak_is_never_below_the_sample_peak_and_sees_the_last_sample()
    {
        var meter = new TruePeakMeter();
        meter.Add([0f, 0f, 0f, -0.9f]);

        Assert.Equal(0.9f, meter.Peak);
    }

    [Fact]
    public void Level_of_a_sine_is_its_amplitude_and_its_amplitude_over_the_root_of_two()
    {
        var sine = Sine(100, 90, 0.5, 1000);

        Assert.Equal(0.5, Level.Peak(sine), 1e-7);
        Assert.Equal(0.5 / Math.Sqrt(2), Level.Rms(sine), 1e-7);
        Assert.Equal(-6.0206, Decibels.FromGain(0.5), 1e-4);
        Assert.Equal(0.5, Decibels.ToGain(Decibels.FromGain(0.5)), 1e-12);
    }

    [Fact]
    public void Levels_of_a_writer_find_peak_overs_and_non_numbers_wherever_they_stand()
    {
        for (var at = 0; at < 50; at++)
        {
            var samples = Enumerable.Repeat(-0.25f, 50).ToArray();
            samples[at] = -1.5f;
            samples[(at + 7) % 50] = float.NaN;
            samples[(at + 11) % 50] = 0.75f;
            var levels = new SampleLevels();
            levels.Add(samples);

            Assert.Equal((1.5f, 1, 1), (levels.Peak, levels.SamplesOverFullScale, levels.NonFiniteSamples));
        }
    }

    private static float[] Sine(int samplesPerPeriod, double phaseDegrees, double amplitude, int count)
        => [.. Enumerable.Range(0, count).Select(i => (float)(amplitude * Math.Sin((2 * Math.PI * i / samplesPerPeriod) + (phaseDegrees * Math.PI / 180))))];
}
