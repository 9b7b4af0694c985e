namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>Everything that one register tile reads and writes, resolved to pointers for the current chunk.</summary>
internal unsafe struct DenseTile
{
    /// <summary>Per term, the first channel's sample at frame 0 (already delayed).</summary>
    public float** Sources;

    /// <summary>Per term, floats between channels.</summary>
    public int* Strides;

    /// <summary>Per term, number of channels.</summary>
    public int* Channels;

    /// <summary>Number of terms.</summary>
    public int TermCount;

    /// <summary>Packed for this tile: one bias per row, then for every term and channel one weight per row.</summary>
    public float* Weights;

    /// <summary>The tile's first row of the signal to add, or null.</summary>
    public float* Residual;

    /// <summary>Floats between its channels.</summary>
    public nint ResidualStride;

    /// <summary>The tile's first row of the result.</summary>
    public float* Destination;

    /// <summary>Floats between its channels.</summary>
    public nint DestinationStride;

    /// <summary>Frames of the chunk.</summary>
    public int Frames;
}
