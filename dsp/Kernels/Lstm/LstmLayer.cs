namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>One layer, packed. Places are in floats from the state's start.</summary>
internal unsafe struct LstmLayer
{
    /// <summary>Per group of units: biases, then a column of weights for every input, then one for every hidden unit; a column holds [register][gate][unit].</summary>
    public float* Weights;

    /// <summary>Where h[unit] of the newest sample is.</summary>
    public nint Hidden;

    /// <summary>Where c[unit] is.</summary>
    public nint Cell;
}
