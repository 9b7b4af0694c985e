namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>What a kernel works on: a chunk of a stack of layers. Places are in floats from the state's start.</summary>
internal unsafe struct LstmCall
{
    /// <summary>The layers, the one that hears the input first.</summary>
    public LstmLayer* Layers;

    /// <summary>Number of layers.</summary>
    public nint LayerCount;

    /// <summary>Hidden units of a layer.</summary>
    public nint Units;

    /// <summary>The same, padded to whole groups.</summary>
    public nint PaddedUnits;

    /// <summary>Constants of the gates.</summary>
    public float* Constants;

    /// <summary>The linear head: weight[output][padded unit], zero beyond the last unit, then bias[output].</summary>
    public float* Head;

    /// <summary>Where the hidden state of a layer of several groups stays until the last of them has read the old one.</summary>
    public nint Next;

    /// <summary>Where the sums of a group of more than one register pass through.</summary>
    public nint Sums;

    /// <summary>Channels of the output.</summary>
    public nint Outputs;

    /// <summary>x[input][time].</summary>
    public float* Source;

    /// <summary>Floats between inputs.</summary>
    public nint SourceStride;

    /// <summary>y[output][time].</summary>
    public float* Destination;

    /// <summary>Floats between outputs.</summary>
    public nint DestinationStride;

    /// <summary>The instance.</summary>
    public float* State;

    /// <summary>Length of the chunk.</summary>
    public nint Frames;
}
