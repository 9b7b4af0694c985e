using NamPlugin.Host;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Ardour;

/// <summary>
/// The VST3 in a real host: Ardour, scripted, without a display, its audio going nowhere. Its tracks and buses pass samples on as they are, so what it
/// exports can be compared to the bit with what this project's own host plays.
/// </summary>
public sealed class ArdourTests
{
    private const int Frames = 5 * ArdourSession.SampleRateHz;
    private const int FirstChange = 48_025, LastChange = 200_000;

    // Steps of 25 frames, two ticks of the grid on which Ardour keeps its points at 120 beats per minute, and a slow ramp.
    private static readonly (int Frame, double Width)[] Lane =
        [(0, 1), (48_000, 1), (FirstChange, 0), (96_000, 0), (96_025, 0.6), (120_000, 0.6), (LastChange, 0)];

    [Fact]
    public void An_export_with_width_automation_is_what_this_host_plays_in_real_time()
    {
        var state = State();
        var input = Recording();
        using var session = ArdourSession.Create(state, input, Lane);

        var exported = session.Export();

        var (full, narrow) = (Play(state, input, (0, 1)), Play(state, input, (0, 0)));
        const int settled = LastChange + 24_000;
        Assert.InRange(exported[0].Max(Math.Abs), 0.05, 1);
        Assert.Equal(Before(full), Before(exported));
        Assert.InRange(Signals.LargestDifference(After(narrow), After(exported)), 0, 1e-6);
        Assert.True(Signals.LargestDifference(After(full), After(exported)) > 1e-3, "Widths sound alike, so nothing was shown");
        Assert.InRange(Signals.LargestStep(exported), 0, 1.1 * Math.Max(Signals.LargestStep(full), Signals.LargestStep(narrow)));

        AssertPlaysTheLane(state, input, exported);

        static double[][] Before(double[][] planes) => Array.ConvertAll(planes, plane => plane[..FirstChange]);
        static double[][] After(double[][] planes) => Array.ConvertAll(planes, plane => plane[settled..]);
    }

    [Fact]
    public void A_session_saved_and_opened_again_exports_the_same()
    {
        var state = State(("Input", 4), ("Gate", -70), ("Bass", 8), ("EQ", 0), ("Low Cut", 90), ("Full When Rendering", 0));
        var input = Recording();
        using var session = ArdourSession.Create(state, input, Lane);
        Assert.Equal(state, session.PluginState);
        var first = session.Export();

        session.SaveAgain();

        Assert.Equal(state, session.PluginState);
        AssertPlaysTheLane(state, input, first, session.Export());
        Assert.Equal(Play(state, input, (0, 1))[0][..FirstChange], first[0][..FirstChange]);
    }

    [Fact]
    public void An_export_is_offline_and_plays_the_full_capture_where_that_is_asked_for()
    {
        var state = State(("Full When Rendering", 1));
        var input = Recording();
        using var session = ArdourSession.Create(state, input, Lane);

        AssertSame(Play(state, input, (0, 1)), session.Export());
    }

    [Fact]
    public void A_capture_of_another_rate_comes_out_in_its_place_and_may_come_while_playing()
    {
        using var folder = new TemporaryFolder();
        var capture = Captures.WriteGain(folder, 0.5, 44_100);
        var state = NamPluginState.WithCapture(capture);
        var input = Recording();
        using var session = ArdourSession.Create(state, input, (0, 1));

        // Ardour plays silence before the range, which leaves the resampler at another of its phases.
        Assert.InRange(Signals.LargestDifference(Play(state, input), session.Export()), 0, 1e-6);

        // Ardour loads a preset under a lock, which it takes again to hear of another latency: this ends only if the plugin keeps that to itself.
        var other = State();
        session.LoadPresetWhilePlaying(other);
        Assert.Equal(other, session.PluginState);
    }

    [Fact]
    public void A_scan_ends_says_nothing_and_writes_nothing_but_the_cache()
    {
        ArdourInstallation.Require();
        var folder = Directory.CreateTempSubdirectory("namplug-ardour-");
        try
        {
            var ardour = new ArdourInstallation(folder.FullName);
            var bundle = BuiltPlugin.PathOf(PluginFormat.Vst3);
            var before = Files(bundle);

            // Cold, and once more with everything in place.
            for (var scan = 0; scan < 2; scan++)
            {
                Assert.Equal("", ardour.Scan(bundle));
                var cache = Assert.Single(Files(folder.FullName));
                Assert.Equal(Path.Combine(folder.FullName, ".cache"), cache[..(folder.FullName.Length + 7)]);
                Assert.Contains("name=\"NamPlugin\"", File.ReadAllText(cache), StringComparison.Ordinal);
            }

            Assert.Equal(before, Files(bundle));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static string[] Files(string folder) => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    // Along a ramp Ardour gives one value for each of its cycles, and where the first one begins depends on its pre-roll, which is another every now and
    // then: the grid has to be found, for each export.
    private static void AssertPlaysTheLane(byte[] state, double[][] input, params double[][][] exports)
    {
        var unexplained = exports.ToList();
        for (var begin = 0; begin < ArdourSession.CycleFrames && unexplained.Count > 0; begin += 64)
        {
            var played = Play(state, input, Evaluated(begin));
            unexplained.RemoveAll(exported => played.Zip(exported).All(static pair => pair.First.AsSpan().SequenceEqual(pair.Second)));
        }

        Assert.Empty(unexplained);
    }

    private static void AssertSame(double[][] expected, double[][] actual)
    {
        for (var channel = 0; channel < expected.Length; channel++)
        {
            var same = expected[channel].AsSpan().CommonPrefixLength(actual[channel]);
            Assert.True(same == Frames, $"Channel {channel} differs from frame {same} on, by up to {Signals.LargestDifference(expected, actual)}");
        }
    }

    // The built-in guitar, other on either side.
    private static double[][] Recording()
    {
        var guitar = WavPlanes.Read(Path.Combine(SharedMaterial.RepositoryRoot, "assets", "di", "guitar-di-20s.wav")).Planes[0];
        return [guitar[..Frames], guitar[(2 * Frames)..(3 * Frames)]];
    }

    // The state of an instance with the built-in capture and these values.
    private static byte[] State(params (string Name, double Value)[] values)
    {
        byte[] state = [];
        BuiltPlugin.Run(PluginFormat.Vst3, plugin =>
        {
            Captures.Load(plugin, Captures.BuiltIn);
            foreach (var (name, value) in values)
                BuiltPlugin.Settle(plugin, plugin.Parameter(name).Id, value);
            state = plugin.SaveState();
        });
        return state;
    }

    private static double[][] Play(byte[] state, double[][] input, params (int Frame, double Width)[] widths)
    {
        double[][] output = [];
        BuiltPlugin.Run(PluginFormat.Vst3, plugin =>
        {
            Assert.True(plugin.TryLoadState(state));
            var width = plugin.Parameter("Width").Id;
            output = HostRender.Render(plugin, input, new RenderSettings { Automation = [.. widths.Select(point => new AutomationPoint(point.Frame, width, point.Width))] });
        });
        return output;
    }

    // What the lane comes to at its points and at the beginning of every cycle, in the 32 bits that Ardour has for it.
    private static (int Frame, double Width)[] Evaluated(int firstCycle)
    {
        var cycles = Enumerable.Range(0, Frames / ArdourSession.CycleFrames).Select(cycle => firstCycle + cycle * ArdourSession.CycleFrames);
        return [.. Lane.Select(point => point.Frame).Concat(cycles).Where(frame => frame < Frames).Order().Select(frame => (frame, (double)(float)At(frame)))];

        static double At(int frame)
        {
            var next = Array.FindIndex(Lane, point => point.Frame >= frame);
            if (next <= 0)
                return Lane[next < 0 ? ^1 : 0].Width;
            var ((start, from), (end, to)) = (Lane[next - 1], Lane[next]);
            return from + (to - from) * (frame - start) / (end - start);
        }
    }
}
