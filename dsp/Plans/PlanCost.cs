using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>What operations cost, counted in multiply-accumulates and in values of pointwise functions.</summary>
public static class PlanCost
{
    private static readonly ActivationKind[] Kinds = Enum.GetValues<ActivationKind>();

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

    /// <summary>Values of one pointwise function that an operation computes per sample.</summary>
    public static long ActivationsPerSample(Operation operation, ActivationKind kind) => operation switch
    {
        DenseOperation { Activation: { } activation } dense when activation.Kind == kind => dense.Rows,
        ActivationOperation activation when activation.Activation.Kind == kind => activation.Source.Channels,
        GateOperation gate => ((gate.Activation.Kind == kind ? 1 : 0) + (gate.Secondary.Kind == kind ? 1 : 0)) * (gate.Source.Channels / 2),
        LstmOperation lstm => LstmActivations(kind) * lstm.HiddenSize * lstm.Layers.Length,
        _ => 0,
    };

    /// <summary>The pointwise functions of a plan, those that it does not use left out.</summary>
    public static IReadOnlyList<ActivationCount> ActivationsPerSample(LayerPlan plan)
    {
        var counts = new List<ActivationCount>();
        foreach (var kind in Kinds)
        {
            long perSample = 0;
            foreach (var operation in plan.Operations)
                perSample += ActivationsPerSample(operation, kind);
            if (perSample > 0)
                counts.Add(new ActivationCount(kind, perSample));
        }

        return counts;
    }

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

    // Per unit: the gates i, f and o, then the candidate g and the cell.
    private static long LstmActivations(ActivationKind kind) => kind switch
    {
        ActivationKind.Sigmoid => 3,
        ActivationKind.Tanh => 2,
        _ => 0,
    };
}
