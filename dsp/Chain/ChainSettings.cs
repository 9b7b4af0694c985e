namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Everything that can be turned on the <see cref="SignalChain"/>, with the values of a fresh instance. A plain value: the audio thread can
/// change one member (<c>settings with { Bass = 7 }</c>) without allocating. Make it with <c>new()</c>; <c>default</c> has no meaning.
/// </summary>
public readonly record struct ChainSettings
{
    /// <summary>The settings of a fresh instance.</summary>
    public ChainSettings()
    {
    }

    /// <summary>Whether the dry signal is heard.</summary>
    public bool Bypass { get; init; }

    /// <summary>Trim before everything, in dB.</summary>
    public double InputDb { get; init; }

    /// <summary>Trim after everything, in dB.</summary>
    public double OutputDb { get; init; }

    /// <summary>How loud the model's output is made.</summary>
    public OutputMode OutputMode { get; init; } = OutputMode.Normalized;

    /// <summary>Whether the model hears the level that the captured device heard.</summary>
    public bool CalibrateInput { get; init; }

    /// <summary>The interface's level: dBu RMS of a 1 kHz sine that meets 0 dBFS peak.</summary>
    public double InterfaceDbu { get; init; } = 12.0;

    /// <summary>What goes through the amp.</summary>
    public InputRouting Routing { get; init; } = InputRouting.MonoMix;

    /// <summary>Threshold of the gate, -100..0 dB; -100 is off.</summary>
    public double GateThresholdDb { get; init; } = GateDetector.OffThresholdDb;

    /// <summary>Release of the gate, 5..500 ms.</summary>
    public double GateReleaseMs { get; init; } = GateDetector.DefaultReleaseMs;

    /// <summary>Where the tone stack sits.</summary>
    public EqualizerPosition Equalizer { get; init; } = EqualizerPosition.Post;

    /// <summary>Bass, 0..10; 5 is flat.</summary>
    public double Bass { get; init; } = ToneStack.Noon;

    /// <summary>Middle, 0..10; 5 is flat.</summary>
    public double Middle { get; init; } = ToneStack.Noon;

    /// <summary>Treble, 0..10; 5 is flat.</summary>
    public double Treble { get; init; } = ToneStack.Noon;

    /// <summary>Corner of the low cut, 20..500 Hz; 20 is off.</summary>
    public double LowCutHz { get; init; } = CutFilter.LowCutOffHz;

    /// <summary>Corner of the high cut, 2000..20000 Hz; 20000 is off.</summary>
    public double HighCutHz { get; init; } = CutFilter.HighCutOffHz;

    /// <summary>Whether the first impulse response is on.</summary>
    public bool FirstIrOn { get; init; } = true;

    /// <summary>Gain of the first impulse response, in dB.</summary>
    public double FirstIrDb { get; init; }

    /// <summary>Whether the second impulse response is on.</summary>
    public bool SecondIrOn { get; init; }

    /// <summary>Gain of the second impulse response, in dB.</summary>
    public double SecondIrDb { get; init; }

    /// <summary>Balance of the two, 0..1: 0 is the first alone, 1 the second alone. Counts while both are on and the routing is mono.</summary>
    public double IrMix { get; init; }
}
