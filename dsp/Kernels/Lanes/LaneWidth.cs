namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>How many samples the kernels hold in one register. The values are the lane counts.</summary>
public enum LaneWidth
{
    /// <summary>One float at a time.</summary>
    Scalar = 1,

    /// <summary>128-bit vectors.</summary>
    Wide128 = 4,

    /// <summary>256-bit vectors.</summary>
    Wide256 = 8,

    /// <summary>512-bit vectors.</summary>
    Wide512 = 16,
}
