namespace NamPlugin.Dsp.Models;

/// <summary>How a WaveNet layer combines the two halves of its inner channels. The values are those of `.namb`.</summary>
public enum GatingMode
{
    /// <summary>v = act(z).</summary>
    None = 0,

    /// <summary>v = act(p) * act2(q), with p and q the halves of z.</summary>
    Gated = 1,

    /// <summary>v = g * act(p) + (1 - g) * p with g = act2(q).</summary>
    Blended = 2,
}
