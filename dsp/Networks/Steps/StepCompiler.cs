using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>Turns operations into steps. A new kind of operation gets its line here, and a test asks that none is missing. [main-thread]</summary>
internal sealed unsafe class StepCompiler<T>
    where T : struct, IRegister<T>
{
    private readonly LayerPlan _plan;
    private readonly StateLayout _layout;
    private readonly int _sourcesOffset;
    private readonly SignalSlot _unread;

    public StepCompiler(LayerPlan plan, StateLayout layout)
    {
        _plan = plan;
        _layout = layout;
        var terms = 0;
        var unreadChannels = 0;
        foreach (var operation in plan.Operations)
        {
            if (operation is not DenseOperation dense)
                continue;
            terms = Math.Max(terms, dense.Terms.Length);
            if (dense.Destination is null)
                unreadChannels = Math.Max(unreadChannels, dense.FirstRow + dense.Rows);
        }

        _sourcesOffset = layout.Reserve(terms * sizeof(float*) / sizeof(float));
        _unread = SignalSlot.Place(layout.Reserve(unreadChannels * SignalSlot.StrideFor(historySamples: 0)), unreadChannels, historySamples: 0, signalIndex: 0);
    }

    public Step Compile(Operation operation) => operation switch
    {
        DenseOperation dense => new DenseStep<T>(dense, _plan, _layout, _sourcesOffset, _unread),
        ActivationOperation activation => new ActivationStep<T>(activation, _layout),
        ModulateOperation modulate => new ModulateStep<T>(modulate, _layout),
        GateOperation gate => new GateStep<T>(gate, _layout),
        LstmOperation lstm => new LstmStep<T>(lstm, _plan, _layout),
        ConvolutionOperation convolution => new ConvolutionStep(convolution, _plan, _layout),
        _ => throw new NotSupportedException($"No step computes {operation.GetType().Name}."),
    };
}
