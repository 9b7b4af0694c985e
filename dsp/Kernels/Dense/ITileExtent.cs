namespace NamPlugin.Dsp.Kernels.Dense;

/// <summary>The height or width of a register tile as a type, so that the compiler removes the rows and columns which are not there.</summary>
internal interface ITileExtent
{
    /// <summary>Output channels (1 to 8) or registers of time (1 or 2).</summary>
    static abstract int Count { get; }
}
