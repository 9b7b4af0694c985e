using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Effect.Tests;

/// <summary>A machine on which a capture plays under a governor, with the plugin's way of changing width: old and new side by side for a while.</summary>
internal sealed class SimulatedMachine
{
    public const double SwitchSeconds = 0.16;

    private readonly double[] _loads;
    private readonly double _deadlineSeconds;
    private readonly WidthMap _map;
    private int _switchingTo = -1;
    private double _switchSecondsLeft;

    /// <param name="loads">The share of the deadline that each variant really takes.</param>
    /// <param name="multiplyAccumulates">What the governor is told of them.</param>
    /// <param name="frames">Length of the blocks, at 48 kHz.</param>
    public SimulatedMachine(double[] loads, long[] multiplyAccumulates, int frames = 256)
    {
        _loads = loads;
        _deadlineSeconds = frames / 48_000.0;
        _map = MapOf(loads.Length);
        Governor.SetModel(new WidthCosts(_map, [.. multiplyAccumulates], SwitchSeconds));
        Sounding = loads.Length - 1;
    }

    public WidthGovernor Governor { get; } = new();

    public bool IsObeyed { get; set; } = true;

    public double WantedWidth { get; set; } = 1;

    /// <summary>By what everything takes longer: other work on the machine.</summary>
    public double Slowdown { get; set; } = 1;

    /// <summary>A factor for each block.</summary>
    public Func<double> Noise { get; set; } = static () => 1;

    public double Seconds { get; private set; }

    public int Sounding { get; private set; }

    public bool IsSwitching => _switchingTo >= 0;

    public double SoundingLoad => _loads[Sounding] * Slowdown;

    /// <summary>When each change of the sounding width began.</summary>
    public List<double> Switches { get; } = [];

    /// <summary>A map of so many widths, evenly spaced.</summary>
    public static WidthMap MapOf(int count)
    {
        using var part = new NamModel
        {
            Version = FileVersion.Newest,
            Config = new LinearConfig { InputChannels = 1, OutputChannels = 1, ReceptiveField = 1, Bias = false },
            Weights = new NativeBuffer<float>(1),
        };
        var parts = Enumerable.Range(1, count).Select(index => new Submodel((double)index / count, part));
        using var model = new NamModel { Version = FileVersion.Newest, Config = new ContainerConfig { InputChannels = 1, OutputChannels = 1, Submodels = [.. parts] }, Weights = new NativeBuffer<float>(0) };
        return WidthMap.Of(model);
    }

    public void Run(double seconds)
    {
        for (var end = Seconds + seconds; Seconds < end;)
            PlayBlock(0);
    }

    /// <summary>One block, held up for a while.</summary>
    public void PlayBlock(double heldUpSeconds)
    {
        var wanted = _map.VariantFor(IsObeyed ? Governor.Limit(WantedWidth) : WantedWidth);
        if (!IsSwitching && wanted != Sounding)
        {
            _switchingTo = wanted;
            _switchSecondsLeft = SwitchSeconds;
            Switches.Add(Seconds);
        }

        var load = (_loads[Sounding] + (IsSwitching ? _loads[_switchingTo] : 0)) * Slowdown * Noise();
        if (IsSwitching && (_switchSecondsLeft -= _deadlineSeconds) <= 0)
            (Sounding, _switchingTo) = (_switchingTo, -1);
        Seconds += _deadlineSeconds;
        Governor.Observe(load * _deadlineSeconds + heldUpSeconds, _deadlineSeconds, Sounding, IsSwitching);
    }
}
