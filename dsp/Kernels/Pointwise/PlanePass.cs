namespace NamPlugin.Dsp.Kernels.Pointwise;

/// <summary>What an activation reads and writes, plane by plane.</summary>
internal unsafe struct PlanePass
{
    /// <summary>The argument's first channel.</summary>
    public float* Source;

    /// <summary>Floats between its channels.</summary>
    public nint SourceStride;

    /// <summary>The result's first channel; may be the same memory.</summary>
    public float* Destination;

    /// <summary>Floats between its channels.</summary>
    public nint DestinationStride;

    /// <summary>The first channel of a running sum that receives the result too, or null.</summary>
    public float* Sum;

    /// <summary>Floats between its channels.</summary>
    public nint SumStride;

    /// <summary>Whether the sum is overwritten instead of added to.</summary>
    public bool StartsSum;

    /// <summary>The function's parameters, channel by channel.</summary>
    public float* Parameters;

    /// <summary>Number of planes.</summary>
    public int Channels;

    /// <summary>First frame.</summary>
    public nint FirstFrame;

    /// <summary>The frame behind the last.</summary>
    public nint EndFrame;
}
