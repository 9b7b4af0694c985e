using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>What comes in that is no music must not harm what comes after.</summary>
public sealed class SignalHealthTests
{
    private const int Frames = 48_000;

    [Theory]
    [EachFormat(double.NaN)]
    [EachFormat(double.PositiveInfinity)]
    [EachFormat(double.NegativeInfinity)]
    [EachFormat(1e30)]
    public void After_a_broken_block_the_sound_recovers(PluginFormat format, double broken) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var good = Signals.Guitar(Frames);
        var bad = Array.ConvertAll(good, plane => (double[])plane.Clone());
        foreach (var plane in bad)
            plane.AsSpan(1_000, 64).Fill(broken);

        var expected = HostRender.Render(plugin, good, new RenderSettings());
        var output = HostRender.Render(plugin, bad, new RenderSettings());

        Assert.All(output, plane => Assert.All(plane, sample => Assert.True(double.IsFinite(sample))));
        const int recovered = 24_000;
        for (var channel = 0; channel < good.Length; channel++)
            Assert.InRange(expected[channel].Zip(output[channel], (a, b) => Math.Abs(a - b)).Skip(recovered).Max(), 0, 1e-4);
    });

    [Theory]
    [EachFormat]
    public void Silence_after_sound_ends_in_no_denormal_number(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);

        var output = HostRender.Render(plugin, Signals.Guitar(4_800), new RenderSettings { TailFrames = 10 * Frames, FlagsSilence = true });

        Assert.All(output, plane => Assert.DoesNotContain(plane, sample => float.IsSubnormal((float)sample)));
    });

    [Theory]
    [EachFormat]
    public void Silence_that_the_host_points_out_sounds_like_silence_that_it_does_not(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var input = Signals.Guitar(Frames);
        foreach (var plane in input)
            plane.AsSpan(4_000, 30_000).Clear();
        var unsaid = HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("64") });

        var said = HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("64"), FlagsSilence = true });

        Assert.Equal(unsaid, said);
    });

    [Theory]
    [EachFormat]
    public void Reset_forgets_what_was_heard(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var settings = new RenderSettings();
        var input = Signals.Guitar(4_800);
        plugin.Activate(new ProcessingSetup());
        var first = HostRender.Play(plugin, input, settings);

        plugin.Reset();

        Assert.Equal(first, HostRender.Play(plugin, input, settings));
    });

    [Theory]
    [EachFormat]
    public void Offline_plays_what_real_time_plays(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var width = plugin.Parameter("Width");
        var settings = new RenderSettings { Automation = [.. AutomationPoint.Ramp(width.Id, 1_001, 40_001, 1, 0, 256), new AutomationPoint(44_000, width.Id, 1)] };
        var input = Signals.Guitar(Frames);
        var realTime = HostRender.Render(plugin, input, settings);

        var offline = HostRender.Render(plugin, input, settings with { Setup = new ProcessingSetup { IsOffline = true, MaximumFrames = 1024 }, Blocks = BlockPattern.Parse("1024") });

        Assert.Equal(realTime, offline);
    });

    [Theory]
    [EachFormat(44_100)]
    [EachFormat(96_000)]
    [EachFormat(192_000)]
    public void A_48_kHz_capture_at_another_rate_adds_nothing_above_minus_90_dB(PluginFormat format, int sampleRateHz)
    {
        using var folder = new TemporaryFolder();
        var path = Captures.WriteGain(folder, 1, 48_000);
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Load(plugin, path);
            const int seconds = 1, settled = 5;
            var input = Signals.Tone(sampleRateHz * seconds, 1_000, height: 0.5, sampleRateHz: sampleRateHz);
            var output = HostRender.Render(plugin, input, new RenderSettings { Setup = new ProcessingSetup { SampleRateHz = sampleRateHz } });

            var heard = output[0].AsSpan(output[0].Length / settled);
            Assert.InRange(20 * Math.Log10(Signals.ResidualRms(heard, 1_000, sampleRateHz)), double.NegativeInfinity, -90);
        });
    }

    [Theory]
    [EachFormat]
    public void The_frequency_response_is_the_same_at_every_rate(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        foreach (var (name, value) in new[] { ("Bass", 8.0), ("Middle", 3.0), ("Treble", 7.0), ("Low Cut", 90.0) })
            BuiltPlugin.Settle(plugin, plugin.Parameter(name).Id, value);
        double[] frequencies = [60, 120, 400, 1_000, 3_000, 9_000, 17_000];
        var expected = Response(48_000);

        foreach (var rate in new[] { 22_050, 44_100, 88_200, 96_000, 176_400, 192_000 })
        {
            // Up to 0.45 of the rate; the high cut stays off, whose corner lies near the end of the band of low rates.
            var heard = Response(rate).Zip(expected, frequencies).Where(point => point.Third < 0.45 * rate);
            Assert.All(heard, point => Assert.InRange(point.First - point.Second, -0.5, 0.5));
        }

        double[] Response(int rate) =>
        [
            .. frequencies.Select(frequency =>
            {
                var output = HostRender.Render(plugin, Signals.Tone(rate / 2, frequency, sampleRateHz: rate), new RenderSettings { Setup = new ProcessingSetup { SampleRateHz = rate } });
                var settled = output[0].AsSpan(rate / 4);
                var power = 0.0;
                foreach (var sample in settled)
                    power += sample * sample;
                return 10 * Math.Log10(power / settled.Length);
            }),
        ];
    });
}
