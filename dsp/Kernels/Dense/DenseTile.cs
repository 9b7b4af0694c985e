namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>Everything that one register tile reads and writes, resolved to pointers for the current chunk.</summary>
internal unsafe struct DenseTile
{
    /// <summary>Floats behind <see cref="Scratch"/>: eight rows of two of the widest registers.</summary>
    public const int ScratchFloats = 8 * 2 * 16;

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

    /// <summary>Parameters of the pointwise function, for the tile's first row onwards.</summary>
    public float* Parameters;

    /// <summary>The tile's first row of the signal to add, or null.</summary>
    public float* Residual;

    /// <summary>Floats between its channels.</summary>
    public nint ResidualStride;

    /// <summary>The tile's first row of the result, or null.</summary>
    public float* Destination;

    /// <summary>Floats between its channels.</summary>
    public nint DestinationStride;

    /// <summary>The tile's first row of the running sum, or null.</summary>
    public float* Sum;

    /// <summary>Floats between its channels.</summary>
    public nint SumStride;

    /// <summary>Whether the sum is overwritten instead of added to.</summary>
    public bool StartsSum;

    /// <summary>Room for the tile's sums, two registers for each of eight rows.</summary>
    public float* Scratch;

    /// <summary>Frames of the chunk.</summary>
    public int Frames;
}
