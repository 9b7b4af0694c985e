using NamPlugin.Dsp.Metering;

namespace NamPlugin.Dsp.Tests.Metering;

public sealed class SpectrogramTests
{
    [Fact]
    public void A_full_scale_sine_reads_zero_decibels_at_its_frequency_and_nothing_far_from_it()
    {
        var sine = Enumerable.Range(0, 48000).Select(i => (float)Math.Sin(2 * Math.PI * 3000 * i / 48000)).ToArray();
        var spectrogram = Spectrogram.Of(sine, 48000, 11, fftSize: 1024);

        Assert.Equal(0, spectrogram.PeakDb, 0.01);
        Assert.Equal(0, spectrogram.LevelDb(5, 2900, 3100), 0.01);
        Assert.InRange(spectrogram.LevelDb(5, 8000, 8000.5), -400, -100);
    }

    [Fact]
    public void Columns_follow_time_from_the_first_to_the_last_sample()
    {
        var step = Enumerable.Range(0, 40000).Select(i => i < 20000 ? 0f : (float)Math.Sin(i)).ToArray();
        var spectrogram = Spectrogram.Of(step, 48000, 5, fftSize: 512);

        Assert.Equal(double.NegativeInfinity, spectrogram.LevelDb(1, 1000, 20000));
        Assert.InRange(spectrogram.LevelDb(3, 1000, 20000), -2, 0.1);
        Assert.InRange(spectrogram.LevelDb(4, 1000, 20000), -8, -4);
    }

    [Fact]
    public void Silence_has_no_level()
        => Assert.Equal(double.NegativeInfinity, Spectrogram.Of(new float[100], 48000, 1).PeakDb);
}
