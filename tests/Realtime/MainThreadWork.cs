using System.Diagnostics;
using NamPlugin.Host;

namespace NamPlugin.Realtime;

/// <summary>
/// What a busy session does to its plugins on the main thread while they play: loads captures, saves, shows every parameter. Nothing here says where
/// the plugin does the work it is given; all that counts is that it is asked.
/// </summary>
internal sealed class MainThreadWork
{
    private const double LongestPauseSeconds = 0.2;
    private const double SavePeriodSeconds = 1;
    private const double TextPeriodSeconds = 1.0 / 60;

    private readonly IReadOnlyList<HostedPlugin> _plugins;
    private readonly byte[][] _states;
    private readonly Stopwatch _clock = new();
    private readonly Random _random = new(11);
    private double _nextLoad;
    private double _nextSave = SavePeriodSeconds;
    private double _nextTexts;

    /// <summary>Readies it.</summary>
    /// <param name="plugins">Active; each load and each save goes to the next one.</param>
    /// <param name="captures">Loaded in turn.</param>
    public MainThreadWork(IReadOnlyList<HostedPlugin> plugins, IEnumerable<string> captures)
    {
        _plugins = plugins;
        _states = [.. captures.Select(NamPluginState.WithCapture)];
    }

    /// <summary>Captures asked for.</summary>
    public WorkTally Loads { get; } = new();

    /// <summary>States saved.</summary>
    public WorkTally Saves { get; } = new();

    /// <summary>Texts of parameters.</summary>
    public WorkTally Texts { get; } = new();

    /// <summary>Does everything at its times until it is told to end.</summary>
    public void RunUntil(Func<bool> isOver)
    {
        _clock.Start();
        while (!isOver())
        {
            var now = _clock.Elapsed.TotalSeconds;
            if (IsDue(ref _nextLoad, now, _random.NextDouble() * LongestPauseSeconds))
                Load();
            if (IsDue(ref _nextSave, now, SavePeriodSeconds))
                Save();
            if (IsDue(ref _nextTexts, now, TextPeriodSeconds))
                ShowTexts();
            foreach (var plugin in _plugins)
                plugin.Idle();
            Thread.Sleep(1);
        }
    }

    private static bool IsDue(ref double next, double now, double period)
    {
        if (now < next)
            return false;
        next = Math.Max(next + period, now);
        return true;
    }

    private void Load()
    {
        var plugin = _plugins[Loads.Count % _plugins.Count];
        var state = _states[Loads.Count / _plugins.Count % _states.Length];
        Loads.Begin(plugin);
        if (!plugin.TryLoadState(state))
            throw new HostException($"{plugin.Class.Name} refuses a state that names a capture.");
        Loads.End(plugin, 1);
    }

    private void Save()
    {
        var plugin = _plugins[Saves.Count % _plugins.Count];
        Saves.Begin(plugin);
        plugin.SaveState();
        Saves.End(plugin, 1);
    }

    private void ShowTexts()
    {
        foreach (var plugin in _plugins)
        {
            Texts.Begin(plugin);
            foreach (var parameter in plugin.Parameters)
                plugin.FormatValue(parameter.Id, plugin.GetValue(parameter.Id));
            Texts.End(plugin, plugin.Parameters.Count);
        }
    }
}
