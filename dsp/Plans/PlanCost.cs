namespace NamPlugin.Dsp.Plans;

/// <summary>What an operation costs, counted in multiply-accumulates.</summary>
public static class PlanCost
{
    /// <summary>Multiply-accumulates of one operation per sample. Activations are not counted; FFT convolution counts as its direct form.</summary>
    public static long MacsPerSample(Operation operation) => operation switch
    {
        DenseOperation dense => Dense(dense),
        ModulateOperation modulate => modulate.Source.Channels,
        GateOperation gate => gate.Source.Channels / 2,
        LstmOperation lstm => Lstm(lstm),
        ConvolutionOperation convolution => (long)(convolution.TapCount - ConvolutionOperation.FirstTap) * convolution.Source.Channels,
        ActivationOperation => 0,
        _ => throw new NotSupportedException($"No cost is known for {operation.GetType().Name}."),
    };

    private static long Dense(DenseOperation dense)
    {
        long channels = 0;
        foreach (var term in dense.Terms)
            channels += term.Channels;
        return channels * dense.Rows;
    }

    private static long Lstm(LstmOperation lstm)
    {
        long hidden = lstm.HiddenSize;
        long total = hidden * lstm.Destination!.Channels;
        for (var layer = 0; layer < lstm.Layers.Length; layer++)
            total += 4 * hidden * ((layer == 0 ? lstm.Source.Channels : hidden) + hidden);
        return total;
    }
}
