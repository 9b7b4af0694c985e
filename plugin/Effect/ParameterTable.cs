using System.Collections.Immutable;
using NamPlugin.Dsp.Chain;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// All parameters, in the order of a host's generic editor. Numbers and ids are for ever; a parameter appears only when it works.
/// </summary>
public static class ParameterTable
{
    /// <summary>The dry signal is heard.</summary>
    public static readonly Parameter Bypass = Switch(1, "bypass", "Bypass", isOn: false, ParameterFlags.Bypass);

    /// <summary>Gain before everything.</summary>
    public static readonly Parameter Input = new() { Number = 10, Id = "input", Name = "Input", Unit = "dB", Minimum = -24, Maximum = 24, Flags = ParameterFlags.Automatable | ParameterFlags.Modulatable };

    /// <summary>Gain after everything.</summary>
    public static readonly Parameter Output = new() { Number = 11, Id = "output", Name = "Output", Unit = "dB", Minimum = -24, Maximum = 24, Flags = ParameterFlags.Automatable | ParameterFlags.Modulatable };

    /// <summary>How loud a model's output is made; the values of <see cref="OutputMode"/>.</summary>
    public static readonly Parameter Level = Choice(12, "out_mode", "Level", (int)OutputMode.Normalized, ParameterFlags.Automatable, "Raw", "Normalized", "Calibrated");

    /// <summary>The model hears the level that the captured device heard.</summary>
    public static readonly Parameter Calibrate = Switch(13, "cal_on", "Calibrate", isOn: false);

    /// <summary>The interface's dBu at 0 dBFS.</summary>
    public static readonly Parameter Interface = new() { Number = 14, Id = "cal_dbu", Name = "Interface", Unit = "dBu", Minimum = -20, Maximum = 30, Default = 12, Flags = ParameterFlags.MachineBound };

    /// <summary>What goes through the amp; the values of <see cref="InputRouting"/>.</summary>
    public static readonly Parameter Channels = Choice(15, "channels", "Channels", (int)InputRouting.MonoMix, ParameterFlags.None, "Mono mix", "Mono L", "Mono R", "Dual mono");

    /// <summary>Threshold of the noise gate.</summary>
    public static readonly Parameter Gate = new() { Number = 20, Id = "gate", Name = "Gate", Unit = "dB", Minimum = -100, Maximum = 0, Default = -100, MinimumText = "Off" };

    /// <summary>Release of the noise gate.</summary>
    public static readonly Parameter GateRelease = new() { Number = 21, Id = "gate_release", Name = "Release", Unit = "ms", Minimum = 5, Maximum = 500, Default = 50, Scale = ParameterScale.Logarithmic };

    /// <summary>Width of a slimmable model.</summary>
    public static readonly Parameter Width = new() { Number = 30, Id = "width", Name = "Width", Unit = "%", Default = 1, TextFactor = 100, Flags = ParameterFlags.Automatable | ParameterFlags.Modulatable | ParameterFlags.CostBound };

    /// <summary>
    /// The width follows what the machine can bear. It is for hands alone, and presets leave it alone: whether it is needed depends on the machine.
    /// </summary>
    public static readonly Parameter Governor = Switch(31, "governor", "Auto Width", isOn: false, ParameterFlags.MachineBound);

    /// <summary>Offline rendering plays the full model whatever the automation says.</summary>
    public static readonly Parameter FullOnRender = Switch(32, "full_on_render", "Full When Rendering", isOn: false, ParameterFlags.None);

    /// <summary>Where the tone stack sits; the values of <see cref="EqualizerPosition"/>.</summary>
    public static readonly Parameter Equalizer = Choice(40, "eq_mode", "EQ", (int)EqualizerPosition.Post, ParameterFlags.Automatable, "Pre", "Off", "Post");

    /// <summary>Bass.</summary>
    public static readonly Parameter Bass = Tone(41, "bass", "Bass");

    /// <summary>Middle.</summary>
    public static readonly Parameter Middle = Tone(42, "middle", "Middle");

    /// <summary>Treble.</summary>
    public static readonly Parameter Treble = Tone(43, "treble", "Treble");

    /// <summary>Corner of the low cut.</summary>
    public static readonly Parameter LowCut = new() { Number = 44, Id = "low_cut", Name = "Low Cut", Unit = "Hz", Minimum = 20, Maximum = 500, Default = 20, Decimals = 0, Scale = ParameterScale.Logarithmic, MinimumText = "Off" };

    /// <summary>Corner of the high cut.</summary>
    public static readonly Parameter HighCut = new() { Number = 45, Id = "high_cut", Name = "High Cut", Unit = "Hz", Minimum = 2000, Maximum = 20000, Default = 20000, Decimals = 0, Scale = ParameterScale.Logarithmic, MaximumText = "Off" };

    /// <summary>The first impulse response is on.</summary>
    public static readonly Parameter FirstIrOn = Switch(50, "ir1_on", "IR 1", isOn: true);

    /// <summary>Gain of the first impulse response.</summary>
    public static readonly Parameter FirstIrGain = new() { Number = 51, Id = "ir1_gain", Name = "IR 1 Gain", Unit = "dB", Minimum = -24, Maximum = 24 };

    /// <summary>The second impulse response is on.</summary>
    public static readonly Parameter SecondIrOn = Switch(52, "ir2_on", "IR 2", isOn: false);

    /// <summary>Gain of the second impulse response.</summary>
    public static readonly Parameter SecondIrGain = new() { Number = 53, Id = "ir2_gain", Name = "IR 2 Gain", Unit = "dB", Minimum = -24, Maximum = 24 };

    /// <summary>Balance of the two impulse responses.</summary>
    public static readonly Parameter IrMix = new() { Number = 54, Id = "ir_mix", Name = "IR Mix", Unit = "%", TextFactor = 100 };

    /// <summary>
    /// Another capture of the folder by its place in the order of names, for automation and program changes. It acts when it changes, from the next
    /// block on or a little later: a file has to be read.
    /// </summary>
    public static readonly Parameter ModelIndex = new() { Number = 60, Id = "model_index", Name = "Model", Maximum = 127, Decimals = 0, MinimumText = "As chosen", Flags = ParameterFlags.Automatable | ParameterFlags.Stepped | ParameterFlags.MachineBound };

    /// <summary>The next capture of the folder.</summary>
    public static readonly Parameter NextModel = Switch(61, "next_model", "Next Model", isOn: false, ParameterFlags.Automatable | ParameterFlags.Momentary);

    /// <summary>The previous capture of the folder.</summary>
    public static readonly Parameter PreviousModel = Switch(62, "prev_model", "Previous Model", isOn: false, ParameterFlags.Automatable | ParameterFlags.Momentary);

    /// <summary>The next impulse response of the first one's folder.</summary>
    public static readonly Parameter NextResponse = Switch(63, "next_ir", "Next IR", isOn: false, ParameterFlags.Automatable | ParameterFlags.Momentary);

    /// <summary>The previous impulse response of the first one's folder.</summary>
    public static readonly Parameter PreviousResponse = Switch(64, "prev_ir", "Previous IR", isOn: false, ParameterFlags.Automatable | ParameterFlags.Momentary);

    /// <summary>Everything, in order; <see cref="Parameter.Index"/> is the position.</summary>
    public static ImmutableArray<Parameter> All { get; } = Numbered(
        Bypass, Input, Output, Level, Calibrate, Interface, Channels, Gate, GateRelease, Width, Governor, FullOnRender, Equalizer, Bass, Middle, Treble,
        LowCut, HighCut, FirstIrOn, FirstIrGain, SecondIrOn, SecondIrGain, IrMix, ModelIndex, NextModel, PreviousModel, NextResponse, PreviousResponse);

    /// <summary>The index of a number, or -1. [thread-safe]</summary>
    public static int IndexOf(uint number)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (All[index].Number == number)
                return index;
        }

        return -1;
    }

    /// <summary>The index of an id, or -1. [thread-safe]</summary>
    public static int IndexOf(ReadOnlySpan<byte> utf8Id)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (System.Text.Ascii.Equals(utf8Id, All[index].Id))
                return index;
        }

        return -1;
    }

    private static Parameter Switch(uint number, string id, string name, bool isOn, ParameterFlags flags = ParameterFlags.Automatable) => new()
    {
        Number = number,
        Id = id,
        Name = name,
        Default = isOn ? 1 : 0,
        Choices = ["Off", "On"],
        Flags = flags | ParameterFlags.Stepped | (flags.HasFlag(ParameterFlags.Bypass) ? ParameterFlags.Automatable : ParameterFlags.None),
    };

    private static Parameter Choice(uint number, string id, string name, int initial, ParameterFlags flags, params ReadOnlySpan<string> choices) => new()
    {
        Number = number,
        Id = id,
        Name = name,
        Default = initial,
        Maximum = choices.Length - 1,
        Choices = ImmutableArray.Create(choices),
        Flags = flags | ParameterFlags.Stepped,
    };

    private static Parameter Tone(uint number, string id, string name) => new() { Number = number, Id = id, Name = name, Maximum = 10, Default = ToneStack.Noon };

    private static ImmutableArray<Parameter> Numbered(params ReadOnlySpan<Parameter> parameters)
    {
        for (var index = 0; index < parameters.Length; index++)
            parameters[index].Index = index;
        return [.. parameters];
    }
}
