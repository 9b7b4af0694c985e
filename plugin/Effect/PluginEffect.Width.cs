using System.Collections.Immutable;
using System.Diagnostics;

namespace NamPlugin.Plugin.Effect;

/// <content>The width of the capture: what is wanted, and what the governor allows.</content>
public sealed unsafe partial class PluginEffect
{
    // Ungoverned, the load is only looked at now and then: a look at the clock costs as much as the whole shell.
    private const int BlocksBetweenLooks = 16;

    /// <summary>
    /// The values of the width parameter at which the loaded capture becomes another network, ascending; none where it cannot be narrowed. [main-thread]
    /// </summary>
    public ImmutableArray<double> WidthBreakpoints
    {
        get
        {
            lock (_gate)
                return _model.Loaded?.Variants.Map.Breakpoints ?? [];
        }
    }

    /// <summary>Share of the time of its blocks that this instance takes, over about the last second. [thread-safe]</summary>
    public double ProcessLoad => _governor.Load;

    /// <summary>The width that is played: the one wanted, or a narrower one that the governor allows. [thread-safe]</summary>
    public double PlayedWidth => CurrentWidth;

    /// <summary>A width that this machine can bear, or null while there is no reason to narrow the capture. [thread-safe]</summary>
    public double? SuggestedWidth => _governor.SuggestedWidth;

    private bool IsGoverned => !IsOffline && _applied[ParameterTable.Governor.Index] >= 0.5;

    private double CurrentWidth
    {
        get
        {
            if (IsOffline && _applied[ParameterTable.FullOnRender.Index] >= 0.5)
                return 1;
            var width = ParameterTable.Width.Clean(_applied[ParameterTable.Width.Index] + _modulation[ParameterTable.Width.Index]);
            return IsGoverned ? _governor.Limit(width) : width;
        }
    }

    // 0 for a block that is not measured. Offline, time means nothing.
    private long BeginMeasuring()
    {
        if (IsOffline || (!IsGoverned && ++_ungovernedBlocks % BlocksBetweenLooks != 0))
            return 0;
        return Stopwatch.GetTimestamp();
    }

    private void Govern(long begin, int frames)
    {
        var blockSeconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        var voices = _model.Voices;
        var isSwitching = voices.Entering is not null || voices.Sounding is { IsSwitching: true };
        if (_governor.Observe(blockSeconds, frames / _sampleRateHz, voices.Sounding?.SoundingVariant ?? 0, isSwitching) && IsGoverned)
            _hasUnappliedValues = true;
    }
}
