using NamPlugin.Dsp.Convolution;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Tests.Resampling;
using NamPlugin.Dsp.Tests.Signals;
using NamPlugin.Dsp.Tests.Spectra;
using NamPlugin.Dsp.Tests.Wav;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Convolution;

public sealed class ImpulseResponseTests
{
    private static readonly ImpulseResponseOptions AsRecorded = new() { Level = ImpulseResponseLevel.NamCompatible };

    [Theory]
    [InlineData(48_000, 48_000)]
    [InlineData(44_100, 96_000)]
    [InlineData(96_000, 44_100)]
    public void Pink_noise_keeps_its_level_between_80_Hz_and_8_kHz(int rateHz, int hostRateHz)
    {
        using var response = ImpulseResponse.Prepare("cabinet.wav", rateHz, hostRateHz, new ImpulseResponseOptions(), Cabinet.Taps(rateHz));
        var x = PinkNoise.Make(1 << 17, hostRateHz, seed: 1);

        var y = Convolve(IrConvolver.Mono(response), [.. x, .. x])[0][x.Length..];

        var gainDb = Sine.Db(PinkNoise.BandRms(y, hostRateHz) / PinkNoise.BandRms(x, hostRateHz));
        Assert.InRange(gainDb, -0.1, 0.1);
        Assert.InRange(Math.Abs(response.LevelGainDb), 0.5, 60);
    }

    [Fact]
    public void A_stereo_response_keeps_its_image_and_the_mean_power_of_pink_noise()
    {
        var left = Cabinet.Taps(48_000);
        float[] right = [.. left.Select(static tap => 0.5f * tap)];
        using var response = ImpulseResponse.Prepare("room.wav", 48_000, 48_000, new ImpulseResponseOptions(), left, right);
        var x = PinkNoise.Make(1 << 17, 48_000, seed: 2);

        float[] twice = [.. x, .. x];
        var y = Array.ConvertAll(Convolve(IrConvolver.Stereo(response), twice, twice), plane => plane[x.Length..]);

        var (leftRms, rightRms, rms) = (PinkNoise.BandRms(y[0], 48_000), PinkNoise.BandRms(y[1], 48_000), PinkNoise.BandRms(x, 48_000));
        Assert.Equal(2, leftRms / rightRms, 1e-4);
        Assert.InRange(Sine.Db(Math.Sqrt(((leftRms * leftRms) + (rightRms * rightRms)) / 2) / rms), -0.1, 0.1);
    }

    [Fact]
    public void At_the_files_own_rate_nothing_but_the_level_changes()
    {
        var taps = Cabinet.Taps(48_000);
        using var response = ImpulseResponse.Prepare("cabinet.wav", 48_000, 48_000, AsRecorded, taps);

        var heard = Taps(response);

        var gain = Math.Pow(10, -18 / 20.0);
        Assert.Equal(gain, response.LevelGain, 1e-12);
        Assert.All(Enumerable.Range(0, heard.Length), t => Assert.Equal(taps[t] * gain, heard[t], 1e-6));
        Assert.InRange(Energy(taps.AsSpan(heard.Length)) / Energy(taps), 0, 1e-10);
    }

    [Theory]
    [MemberData(nameof(RatePairs.All), MemberType = typeof(RatePairs))]
    public void The_magnitude_response_survives_resampling(int rateHz, int hostRateHz)
    {
        foreach (var taps in new[] { [1f], Cabinet.Taps(rateHz) })
        {
            using var response = ImpulseResponse.Prepare("cabinet.wav", rateHz, hostRateHz, AsRecorded, taps);
            var heard = Taps(response);
            for (var share = 0.01; share <= 1.001; share += 0.09)
            {
                var hz = share * 0.45 * Math.Min(rateHz, hostRateHz);
                var before = ReferenceDft.Response(taps, hz / rateHz).Magnitude;
                var after = ReferenceDft.Response(heard, hz / hostRateHz).Magnitude / response.LevelGain;
                Assert.InRange(Sine.Db(after / before), -0.1, 0.1);
            }
        }
    }

    [Theory]
    [InlineData(44_100, 48_000)]
    [InlineData(96_000, 48_000)]
    [InlineData(22_050, 192_000)]
    public void Resampling_delays_by_less_than_four_samples_of_the_lower_rate(int rateHz, int hostRateHz)
    {
        using var response = ImpulseResponse.Prepare("wire.wav", rateHz, hostRateHz, AsRecorded, [1f]);
        var hz = 0.05 * Math.Min(rateHz, hostRateHz);

        var delayCycles = -ReferenceDft.Response(Taps(response), hz / hostRateHz).Phase / (2 * Math.PI);

        Assert.InRange(delayCycles / 0.05, 0, 4);
    }

    [Fact]
    public void The_compatible_level_does_not_depend_on_the_hosts_rate()
    {
        var taps = Cabinet.Taps(44_100);
        foreach (var hostRateHz in new[] { 44_100, 48_000, 96_000 })
        {
            using var response = ImpulseResponse.Prepare("cabinet.wav", 44_100, hostRateHz, AsRecorded, taps);
            var expected = ReferenceDft.Response(taps, 1000.0 / 44_100).Magnitude * Math.Pow(10, -18 / 20.0) * 48_000 / 44_100;

            Assert.Equal(expected, ReferenceDft.Response(Taps(response), 1000.0 / hostRateHz).Magnitude, 1e-4 * expected);
        }
    }

    [Fact]
    public void A_long_response_is_cut_and_faded()
    {
        var taps = new float[20_000];
        Array.Fill(taps, 0.5f);
        var options = AsRecorded with { MaximumSeconds = 0.25, FadeSeconds = 0.01 };
        using var response = ImpulseResponse.Prepare("long.wav", 48_000, 48_000, options, taps);

        var heard = Taps(response);

        Assert.Equal(12_000, heard.Length);
        Assert.Equal(heard[0], heard[12_000 - 481], 1e-6);
        Assert.InRange(heard[^1] / heard[0], 0, 1e-4);
        Assert.All(Enumerable.Range(12_000 - 480, 479), t => Assert.True(heard[t + 1] < heard[t] + 1e-6));
    }

    [Fact]
    public void Ten_seconds_are_the_limit()
    {
        using var response = ImpulseResponse.Prepare("hall.wav", 8_000, 8_000, AsRecorded, Noise.White(100_000, seed: 1));

        Assert.Equal(80_000, response.LengthSamples);
    }

    [Theory]
    [InlineData(false, 530)]
    [InlineData(true, 30)]
    public void Silence_is_cut_behind_the_sound_and_before_it_on_request(bool trims, int expectedLength)
    {
        var taps = new float[5000];
        Noise.White(30, seed: 3).CopyTo(taps, 500);
        taps[100] = 1e-6f;
        using var response = ImpulseResponse.Prepare("late.wav", 48_000, 48_000, AsRecorded with { TrimsLeadingSilence = trims }, taps);

        Assert.Equal(expectedLength, response.LengthSamples);
    }

    [Fact]
    public void A_mono_response_serves_both_channels_and_a_stereo_one_each_its_own()
    {
        var (left, right) = (Noise.White(300, seed: 4), Noise.White(300, seed: 5));
        var (x, y) = (Noise.White(900, seed: 6), Noise.White(900, seed: 7));
        using var stereo = ImpulseResponse.Prepare("room.wav", 48_000, 48_000, AsRecorded, left, right);
        using var mono = ImpulseResponse.Prepare("room.wav", 48_000, 48_000, AsRecorded, left);

        var both = Convolve(IrConvolver.Stereo(stereo), x, y);

        Assert.Equal(Convolve(IrConvolver.Mono(stereo), x)[0], both[0]);
        Assert.Equal(Convolve(IrConvolver.Mono(stereo, side: 1), y)[0], both[1]);
        Assert.NotEqual(Convolve(IrConvolver.Mono(stereo), y)[0], both[1]);
        Assert.Equal(Convolve(IrConvolver.Mono(mono), y)[0], Convolve(IrConvolver.Stereo(mono), x, y)[1]);
    }

    [Fact]
    public void A_file_is_read_and_prepared()
    {
        var (left, right) = (Noise.White(300, seed: 8), Noise.White(300, seed: 9));
        using var folder = new TemporaryFolder();
        var file = folder["sound.wav"];
        File.WriteAllBytes(file, WavBytes.Write(new WavFormat(44_100, 2, WavEncoding.Float32), [left, right]));
        using var loaded = ImpulseResponse.Load(file, 48_000, new ImpulseResponseOptions());
        using var prepared = ImpulseResponse.Prepare(file, 44_100, 48_000, new ImpulseResponseOptions(), left, right);

        Assert.Equal(2, loaded.Channels);
        Assert.Equal(prepared.LevelGain, loaded.LevelGain);
        Assert.Equal(Taps(prepared), Taps(loaded));
    }

    [Fact]
    public void A_file_with_three_channels_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder["sound.wav"];
        File.WriteAllBytes(file, WavBytes.Write(new WavFormat(48_000, 3, WavEncoding.Float32), [[1f], [1f], [1f]]));

        Assert.Contains("3 channels", Assert.Throws<FileFormatException>(() => ImpulseResponse.Load(file, 48_000, new ImpulseResponseOptions())).Message);
    }

    [Theory]
    [InlineData("no samples")]
    [InlineData("silence", 0f, 0f)]
    [InlineData("NaN", 1f, float.NaN)]
    [InlineData("Infinity", float.PositiveInfinity)]
    public void What_is_no_impulse_response_is_refused(string found, params float[] taps)
    {
        var refusal = Assert.Throws<FileFormatException>(() => ImpulseResponse.Prepare("bad.wav", 48_000, 48_000, new ImpulseResponseOptions(), taps));

        Assert.Equal("bad.wav", refusal.File);
        Assert.Contains(found, refusal.Found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2_000_000_000)]
    public void A_rate_that_no_sound_has_is_refused(int rateHz) =>
        Assert.Throws<FileFormatException>(() => ImpulseResponse.Prepare("bad.wav", rateHz, 48_000, new ImpulseResponseOptions(), [1f]));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(double.NaN)]
    public void Only_lengths_up_to_ten_seconds_can_be_asked_for(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpulseResponse.Prepare("x.wav", 48_000, 48_000, AsRecorded with { MaximumSeconds = seconds }, [1f]));

    private static float[] Taps(ImpulseResponse response)
    {
        var x = new float[response.LengthSamples];
        x[0] = 1;
        return Convolve(IrConvolver.Mono(response), x)[0];
    }

    private static float[][] Convolve(IrConvolver convolver, params float[][] x)
    {
        using (convolver)
        {
            var y = Array.ConvertAll(x, static plane => new float[plane.Length]);
            Planes.Process(convolver, x, y, 0, x[0].Length);
            return y;
        }
    }

    private static double Energy(ReadOnlySpan<float> x)
    {
        double sum = 0;
        foreach (var value in x)
            sum += (double)value * value;
        return sum;
    }
}
