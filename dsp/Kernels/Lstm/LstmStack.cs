namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>Stacked layers of one size and their head, packed for a kernel. Places are in floats from the state's start.</summary>
internal unsafe struct LstmStack
{
    /// <summary>The layers, the one that hears the input first.</summary>
    public LstmLayer* Layers;

    /// <summary>Number of layers.</summary>
    public nint LayerCount;

    /// <summary>Channels of the input.</summary>
    public nint Inputs;

    /// <summary>Hidden units of a layer, padded to as many columns as a kernel adds at once.</summary>
    public nint Columns;

    /// <summary>Hidden units of a layer, padded to whole groups.</summary>
    public nint PaddedUnits;

    /// <summary>Constants of the gates.</summary>
    public float* Constants;

    /// <summary>The linear head: per output weight[padded unit], zero beyond the last unit, and the bias.</summary>
    public float* Head;

    /// <summary>Where the hidden state of a layer of several groups stays until the last of them has read the old one.</summary>
    public nint Next;

    /// <summary>Where the sums of a group of more than one register pass through.</summary>
    public nint Sums;

    /// <summary>Channels of the output.</summary>
    public nint Outputs;

    /// <summary>Floats between the planes of the input.</summary>
    public nint SourceStride;

    /// <summary>Floats between the planes of the output.</summary>
    public nint DestinationStride;
}
