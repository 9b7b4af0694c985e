using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Plans;

/// <summary>Collects signals, operations and constants while a model is lowered, then removes what nobody reads. [main-thread]</summary>
internal sealed class PlanBuilder : IDisposable
{
    private readonly List<Signal> _signals = [];
    private readonly List<Operation> _operations = [];
    private NativeBuffer<float> _constants;
    private int _constantCount;

    /// <summary>Starts a plan with room for about <paramref name="expectedConstants"/> numbers.</summary>
    public PlanBuilder(int expectedConstants) => _constants = new NativeBuffer<float>(expectedConstants);

    public Signal NewSignal(string name, int channels)
    {
        var signal = new Signal(_signals.Count, name, channels);
        _signals.Add(signal);
        return signal;
    }

    public void Add(Operation operation) => _operations.Add(operation);

    /// <summary>Reserves zeroed constants; the span is valid until the next reservation.</summary>
    public Span<float> NewConstants(int count, out int offset)
    {
        offset = _constantCount;
        _constantCount = checked(_constantCount + count);
        if (_constantCount > _constants.Length)
        {
            var larger = new NativeBuffer<float>(Math.Max(_constantCount, checked(_constants.Length * 2)));
            _constants.Span.CopyTo(larger.Span);
            _constants.Dispose();
            _constants = larger;
        }

        return _constants.Span.Slice(offset, count);
    }

    /// <summary>
    /// Adds destination = f( bias + residual + sum of convolutions ), where every convolution has the same output channels.
    /// Grouped convolutions become one operation per block of rows that shares its inputs.
    /// </summary>
    /// <param name="template">What the operations have in common.</param>
    /// <param name="weights">The model's flat list.</param>
    /// <param name="convolutions">The convolutions to add up.</param>
    /// <param name="scale">A factor folded into weights and biases.</param>
    public void AddConvolutions(DenseTemplate template, ReadOnlySpan<float> weights, ReadOnlySpan<ConvolutionTerm> convolutions, float scale = 1)
    {
        var rows = convolutions[0].Tensor.OutChannels;
        var blockRows = rows;
        foreach (var convolution in convolutions)
            blockRows = GreatestCommonDivisor(blockRows, convolution.Tensor.GroupOutputs);
        for (var row = 0; row < rows; row += blockRows)
        {
            _operations.Add(new DenseOperation
            {
                Destination = template.Destination,
                Sum = template.Sum,
                StartsSum = template.StartsSum,
                Residual = template.Residual,
                Activation = template.Activation,
                FirstRow = row,
                Rows = blockRows,
                Terms = Terms(weights, convolutions, row, blockRows, scale),
                Bias = Bias(weights, convolutions, row, blockRows, scale),
            });
        }
    }

    /// <summary>Finishes the plan. The builder is used up.</summary>
    public LayerPlan Build(Signal input, Signal output, int receptiveFieldSamples, int prewarmSamples)
    {
        var operations = WithoutDeadOperations(output);
        foreach (var operation in operations)
        {
            if (operation is not DenseOperation dense)
                continue;
            foreach (var term in dense.Terms)
                term.Source.HistorySamples = Math.Max(term.Source.HistorySamples, term.DelaySamples);
        }

        var plan = new LayerPlan
        {
            Signals = [.. _signals],
            Operations = operations,
            Constants = _constants,
            Input = input,
            Output = output,
            ReceptiveFieldSamples = receptiveFieldSamples,
            PrewarmSamples = prewarmSamples,
        };
        _constants = new NativeBuffer<float>(0);
        return plan;
    }

    public void Dispose() => _constants.Dispose();

    private ImmutableArray<DenseTerm> Terms(ReadOnlySpan<float> weights, ReadOnlySpan<ConvolutionTerm> convolutions, int firstRow, int rows, float scale)
    {
        var count = 0;
        foreach (var convolution in convolutions)
            count += convolution.Tensor.Kernel;
        var terms = new DenseTerm[count];
        var next = 0;
        foreach (var (tensor, source, dilation) in convolutions)
        {
            var inputs = tensor.GroupInputs;
            var firstChannel = firstRow / tensor.GroupOutputs * inputs;
            for (var tap = 0; tap < tensor.Kernel; tap++)
            {
                var packed = NewConstants(rows * inputs, out var offset);
                for (var row = 0; row < rows; row++)
                {
                    for (var input = 0; input < inputs; input++)
                        packed[row * inputs + input] = scale * weights[tensor.WeightIndex(firstRow + row, input, tap)];
                }

                terms[next++] = new DenseTerm(source, firstChannel, inputs, dilation * (tensor.Kernel - 1 - tap), offset);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(terms);
    }

    private int Bias(ReadOnlySpan<float> weights, ReadOnlySpan<ConvolutionTerm> convolutions, int firstRow, int rows, float scale)
    {
        var bias = NewConstants(rows, out var offset);
        foreach (var convolution in convolutions)
        {
            if (!convolution.Tensor.HasBias)
                continue;
            for (var row = 0; row < rows; row++)
                bias[row] += scale * weights[convolution.Tensor.BiasOffset + firstRow + row];
        }

        return offset;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);

    // The last layer's residual path, for one, leads nowhere.
    private ImmutableArray<Operation> WithoutDeadOperations(Signal output)
    {
        var isLive = new bool[_signals.Count];
        isLive[output.Index] = true;
        var kept = new List<Operation>(_operations.Count);
        for (var step = _operations.Count - 1; step >= 0; step--)
        {
            var operation = _operations[step];
            var destinationLives = operation.Destination is { } destination && isLive[destination.Index];
            var sumLives = operation.Sum is { } sum && isLive[sum.Index];
            if (!destinationLives && !sumLives)
                continue;
            for (var source = 0; source < operation.SourceCount; source++)
                isLive[operation.SourceAt(source).Index] = true;
            kept.Add(destinationLives || operation.NeedsDestination ? operation : operation with { Destination = null });
        }

        kept.Reverse();
        return [.. kept];
    }
}
