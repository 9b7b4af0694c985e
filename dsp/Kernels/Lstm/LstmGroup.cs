namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>Some units of one layer, as many as a kernel computes at once. Places are in floats from the state's start.</summary>
internal unsafe struct LstmGroup
{
    /// <summary>Computes one sample: the group, x[input], floats between inputs, the state.</summary>
    public delegate*<LstmGroup*, float*, nint, float*, void> Kernel;

    /// <summary>Biases, then a column of weights for every input, then one for every hidden unit; a column holds [register][gate][unit].</summary>
    public float* Weights;

    /// <summary>Constants of the gates.</summary>
    public float* Constants;

    /// <summary>Number of inputs.</summary>
    public nint Inputs;

    /// <summary>Number of hidden units of the whole layer.</summary>
    public nint Units;

    /// <summary>Where the layer's hidden state of the previous sample is.</summary>
    public nint Hidden;

    /// <summary>Where the group's hidden state goes; the layer's own place if the group is the whole layer.</summary>
    public nint Output;

    /// <summary>Where the group's cell state is.</summary>
    public nint Cell;
}
