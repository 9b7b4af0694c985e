namespace NamPlugin.Plugin.Effect;

/// <summary>One process call's audio. Planes of input and output may be the same memory; a null plane is silence in and nowhere out.</summary>
public unsafe ref struct AudioBlock
{
    /// <summary>x[channel][time] of float, or of double when <see cref="IsDouble"/>.</summary>
    public void** Input;

    /// <summary>Planes of <see cref="Input"/>.</summary>
    public int InputChannels;

    /// <summary>y[channel][time], of the same type.</summary>
    public void** Output;

    /// <summary>Planes of <see cref="Output"/>.</summary>
    public int OutputChannels;

    /// <summary>Length of every plane, 0 upwards.</summary>
    public int Frames;

    /// <summary>64-bit samples.</summary>
    public bool IsDouble;

    /// <summary>Whether the host says that the input is silent throughout.</summary>
    public bool InputIsSilent;

    /// <summary>Set by the effect: every output sample is exactly 0.</summary>
    public bool OutputIsSilent;
}
