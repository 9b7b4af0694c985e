namespace NamPlugin.Dsp.Chain;

/// <summary>Which input channels go through the amp, and how often there is an amp.</summary>
public enum InputRouting
{
    /// <summary>The mean of left and right through one amp.</summary>
    MonoMix,

    /// <summary>Left through one amp.</summary>
    MonoLeft,

    /// <summary>Right through one amp.</summary>
    MonoRight,

    /// <summary>Left and right through an amp each; nothing crosses over.</summary>
    DualMono,
}
