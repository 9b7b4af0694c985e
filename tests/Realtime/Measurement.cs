using NamPlugin.Host;
using NamPlugin.Host.Clap;
using NamPlugin.Host.Rendering;
using NamPlugin.Realtime.Playing;
using NamPlugin.Realtime.Results;

namespace NamPlugin.Realtime;

/// <summary>Plays plugins and the null plugin at the same time, has the main thread do what a busy session does, and sums up.</summary>
internal static class Measurement
{
    private const int WidthChangesPerSecond = 20;
    private const int OtherChangesPerSecond = 5;
    private const int OtherStaggerFrames = 431;

    // From the threads' start to their first block.
    private const long HeadStartNanoseconds = 50_000_000;

    /// <summary>Measures. [main-thread]</summary>
    /// <param name="settings">What.</param>
    /// <param name="arguments">The command line that repeats it.</param>
    public static RealtimeRecord Run(RealtimeSettings settings, string arguments)
    {
        var playing = Playing(settings);
        var instruments = InstrumentRecord.Measure(playing);
        ClapHostTables.UseNative(PlayerLibrary.HostCalls);
        using var module = PluginModule.Load(settings.PluginPath);
        var plugins = Enumerable.Range(0, settings.Instances).Select(_ => Create(module, settings)).ToList();
        try
        {
            using var automation = Automate(plugins[0], settings);
            using var player = new Player(playing);
            using var control = new Player(playing);
            foreach (var plugin in plugins)
                player.AddVoice(plugin, automation);
            control.AddControl(PlayerLibrary.ControlCopy);

            var counters = plugins[0].Counters;
            var (collections, allocatedBytes) = (counters?.Collections ?? 0, counters?.AllocatedBytes ?? 0);
            var work = settings.IsUndisturbed ? null : new MainThreadWork(plugins, settings.Captures);
            Play(plugins, player, control, playing, work);

            return new RealtimeRecord
            {
                Arguments = arguments,
                Date = DateTimeOffset.Now,
                Machine = MachineRecord.Read(),
                PluginName = $"{plugins[0].Class.Name} {plugins[0].Class.Version}, {settings.Format.ToString().ToUpperInvariant()}",
                Instances = plugins.Count,
                Frames = settings.Frames,
                SampleRateHz = settings.SampleRateHz,
                Captures = [.. settings.Captures.Select(capture => Path.GetFileName(capture))],
                Plugin = PlayedRecord.Of(player, playing),
                Control = PlayedRecord.Of(control, playing),
                Runtime = counters is null ? null : new RuntimeRecord(counters.Collections - collections, counters.AllocatedBytes - allocatedBytes),
                MainThread = work is null ? null : MainThreadRecord.Of(work),
                Instruments = instruments,
            };
        }
        finally
        {
            plugins.ForEach(static plugin => plugin.Dispose());
        }
    }

    private static PlayerSettings Playing(RealtimeSettings settings)
    {
        var recording = WavPlanes.Read(settings.InputPath);
        if (recording.SampleRateHz != settings.SampleRateHz)
            throw new HostException($"{settings.InputPath} has {recording.SampleRateHz} Hz, not {settings.SampleRateHz}.");
        return new PlayerSettings
        {
            Frames = settings.Frames,
            SampleRateHz = settings.SampleRateHz,
            Blocks = 1 + (long)(settings.Seconds * settings.SampleRateHz / settings.Frames),
            Recording = Array.ConvertAll(recording.Planes[0], static sample => (float)sample),
            SoundingFrames = double.IsFinite(settings.SilenceAfterSeconds) ? (long)(settings.SilenceAfterSeconds * settings.SampleRateHz) : long.MaxValue,
        };
    }

    private static Automation Automate(HostedPlugin plugin, RealtimeSettings settings)
    {
        var automation = new Automation();
        foreach (var parameter in plugin.Parameters)
        {
            if (parameter.Name == "Width")
                automation.Add(parameter, firstFrame: 0, settings.SampleRateHz / WidthChangesPerSecond);
            else if (settings.AutomatesAll && parameter.Flags.HasFlag(HostedParameterFlags.Automatable))
                automation.Add(parameter, parameter.Index * OtherStaggerFrames, settings.SampleRateHz / OtherChangesPerSecond);
        }

        return automation;
    }

    private static HostedPlugin Create(PluginModule module, RealtimeSettings settings)
    {
        var plugin = module.Create();
        if (!plugin.TryLoadState(NamPluginState.WithCapture(settings.Captures[0])))
            throw new HostException($"{plugin.Class.Name} refuses a state that names {settings.Captures[0]}.");
        plugin.Activate(new ProcessingSetup { SampleRateHz = settings.SampleRateHz, MaximumFrames = settings.Frames });
        plugin.Idle();
        return plugin;
    }

    private static void Play(List<HostedPlugin> plugins, Player player, Player control, PlayerSettings playing, MainThreadWork? work)
    {
        // Half a period apart, so that neither waits for the other.
        var start = Player.Now() + HeadStartNanoseconds;
        player.Start(start);
        control.Start(start + (long)(playing.PeriodNanoseconds / 2));
        if (work is not null)
        {
            work.RunUntil(() => player.IsDone);
        }
        else
        {
            while (!player.IsDone)
            {
                plugins.ForEach(static plugin => plugin.Idle());
                Thread.Sleep(10);
            }
        }

        player.Join();
        control.Join();
    }
}
