using NamPlugin.Dsp.Chain;

namespace NamPlugin.Plugin.Effect;

/// <summary>From parameter values to what the chain understands.</summary>
internal static unsafe class EffectSettings
{
    /// <summary>The settings of a set of values, in the order of <see cref="ParameterTable.All"/>. [audio-thread]</summary>
    public static ChainSettings From(double* values) => new()
    {
        Bypass = values[ParameterTable.Bypass.Index] >= 0.5,
        InputDb = values[ParameterTable.Input.Index],
        OutputDb = values[ParameterTable.Output.Index],
        OutputMode = (OutputMode)(int)values[ParameterTable.Level.Index],
        CalibrateInput = values[ParameterTable.Calibrate.Index] >= 0.5,
        InterfaceDbu = values[ParameterTable.Interface.Index],
        Routing = (InputRouting)(int)values[ParameterTable.Channels.Index],
        GateThresholdDb = values[ParameterTable.Gate.Index],
        GateReleaseMs = values[ParameterTable.GateRelease.Index],
        Equalizer = (EqualizerPosition)(int)values[ParameterTable.Equalizer.Index],
        Bass = values[ParameterTable.Bass.Index],
        Middle = values[ParameterTable.Middle.Index],
        Treble = values[ParameterTable.Treble.Index],
        LowCutHz = values[ParameterTable.LowCut.Index],
        HighCutHz = values[ParameterTable.HighCut.Index],
        FirstIrOn = values[ParameterTable.FirstIrOn.Index] >= 0.5,
        FirstIrDb = values[ParameterTable.FirstIrGain.Index],
        SecondIrOn = values[ParameterTable.SecondIrOn.Index] >= 0.5,
        SecondIrDb = values[ParameterTable.SecondIrGain.Index],
        IrMix = values[ParameterTable.IrMix.Index],
    };
}
