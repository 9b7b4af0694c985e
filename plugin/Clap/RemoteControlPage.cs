using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>Parameters that belong under one hand of eight knobs.</summary>
/// <param name="Id">Number in hosts' mappings. Never changes.</param>
/// <param name="Section">Name of the group of pages.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Parameters">At most eight, from the left.</param>
internal sealed record RemoteControlPage(uint Id, string Section, string Name, Parameter[] Parameters)
{
    /// <summary>All of them, in the order of a host's menu.</summary>
    public static readonly RemoteControlPage[] All =
    [
        new(1, "Sound", "Amp",
        [
            ParameterTable.Width, ParameterTable.Input, ParameterTable.Gate, ParameterTable.GateRelease,
            ParameterTable.Bass, ParameterTable.Middle, ParameterTable.Treble, ParameterTable.Output,
        ]),
        new(2, "Sound", "Cabinet",
        [
            ParameterTable.FirstIrOn, ParameterTable.FirstIrGain, ParameterTable.SecondIrOn, ParameterTable.SecondIrGain,
            ParameterTable.IrMix, ParameterTable.LowCut, ParameterTable.HighCut,
        ]),
        new(3, "Setup", "Levels",
        [
            ParameterTable.Level, ParameterTable.Calibrate, ParameterTable.Interface, ParameterTable.Channels,
            ParameterTable.Equalizer, ParameterTable.Governor, ParameterTable.FullOnRender, ParameterTable.Bypass,
        ]),
        new(4, "Setup", "Files",
        [
            ParameterTable.ModelIndex, ParameterTable.PreviousModel, ParameterTable.NextModel, ParameterTable.PreviousResponse,
            ParameterTable.NextResponse,
        ]),
    ];
}
