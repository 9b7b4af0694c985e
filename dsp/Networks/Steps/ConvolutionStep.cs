using NamPlugin.Dsp.Convolution;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks.Steps;

/// <summary>The tail of a long impulse response, its memory inside the state block.</summary>
internal sealed unsafe class ConvolutionStep : Step
{
    private readonly SignalSlot _source;
    private readonly SignalSlot _head;
    private readonly SignalSlot _destination;
    private readonly ConvolutionKernel _kernel;
    private readonly ConvolutionTail _tail;
    private readonly int[] _memoryOffsets;

    public ConvolutionStep(ConvolutionOperation operation, LayerPlan plan, StateLayout layout)
    {
        _source = layout[operation.Source];
        _head = layout[operation.Head];
        _destination = layout[operation.Destination!];
        _kernel = new ConvolutionKernel(plan.Constants.Span.Slice(operation.Taps, operation.TapCount));
        _tail = new ConvolutionTail(_kernel);
        _memoryOffsets = new int[Math.Min(_source.Channels, _destination.Channels)];
        for (var channel = 0; channel < _memoryOffsets.Length; channel++)
            _memoryOffsets[channel] = layout.Reserve(_tail.MemoryFloats);
    }

    /// <inheritdoc/>
    public override void Execute(byte* state, int frames)
    {
        var head = _head.At(state);
        var destination = _destination.At(state);
        for (var channel = 0; channel < _destination.Channels; channel++)
            new ReadOnlySpan<float>(head + channel * _head.Stride, frames).CopyTo(new Span<float>(destination + channel * _destination.Stride, frames));
        for (var channel = 0; channel < _memoryOffsets.Length; channel++)
            AddTail((float*)state + _memoryOffsets[channel], _source.At(state) + channel * _source.Stride, destination + channel * _destination.Stride, frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _kernel.Dispose();
        base.Dispose();
    }

    private void AddTail(float* memory, float* input, float* output, int frames)
    {
        for (var done = 0; done < frames;)
        {
            var count = Math.Min(frames - done, ConvolutionTail.SamplesLeftInSlot(memory));
            _tail.Give(memory, input + done, count);
            _tail.AddTo(memory, output + done, count);
            done += count;
        }
    }
}
