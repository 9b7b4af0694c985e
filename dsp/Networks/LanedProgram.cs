using System.Runtime.InteropServices;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks.Steps;
using NamPlugin.Dsp.Plans;

namespace NamPlugin.Dsp.Networks;

/// <summary>A program for the lanes <typeparamref name="T"/>.</summary>
internal sealed unsafe class LanedProgram<T> : NetworkProgram
    where T : struct, IRegister<T>
{
    // Feedback has no receptive field; what it is given to forget its start is as long as that of an A1 capture.
    private const int RecurrentMemorySamples = 4096;

    private readonly Step[] _steps;
    private readonly SignalSlot[] _rings;
    private readonly SignalSlot[] _slidingHistories;
    private readonly SignalSlot[][] _completedBy;
    private readonly SignalSlot _input;
    private readonly SignalSlot _output;
    private readonly NativeBuffer<byte>? _warmState;

    public LanedProgram(LayerPlan plan)
    {
        var layout = new StateLayout(plan);
        var compiler = new StepCompiler<T>(plan, layout);
        _steps = new Step[plan.Operations.Length];
        for (var step = 0; step < _steps.Length; step++)
            _steps[step] = compiler.Compile(plan.Operations[step]);
        _input = layout[plan.Input];
        _output = layout[plan.Output];
        _rings = layout.HistoriesOf(plan.Signals, rings: true);
        _slidingHistories = layout.HistoriesOf(plan.Signals, rings: false);
        _completedBy = CompletedRings(plan, layout);
        ReceptiveFieldSamples = plan.ReceptiveFieldSamples;
        WarmUpSamples = plan.ReceptiveFieldSamples - 1 + (plan.PrewarmSamples > 0 ? RecurrentMemorySamples : 0);
        SettlingFrames = plan.PrewarmSamples > 0 ? null : HasTransforms(plan) ? int.MaxValue : ReceptiveFieldSamples;
        PositionBytes = layout.PositionBytes;
        StateBytes = layout.StateBytes;
        if (plan.PrewarmSamples > 0)
            _warmState = RunSilence(plan.PrewarmSamples);
    }

    /// <inheritdoc/>
    public override int InputChannels => _input.Channels;

    /// <inheritdoc/>
    public override int OutputChannels => _output.Channels;

    /// <inheritdoc/>
    public override int ReceptiveFieldSamples { get; }

    /// <inheritdoc/>
    public override int WarmUpSamples { get; }

    /// <inheritdoc/>
    public override int? SettlingFrames { get; }

    /// <inheritdoc/>
    public override int PositionBytes { get; }

    /// <inheritdoc/>
    public override int StateBytes { get; }

    /// <inheritdoc/>
    public override void Reset(byte* state)
    {
        if (_warmState is { } warm)
        {
            NativeMemory.Copy(warm.Pointer, state, (nuint)StateBytes);
            return;
        }

        // Feed-forward: with silence at the input every signal is a constant, so one register of samples per step tells its whole history.
        Clear(state);
        for (var i = 0; i < _steps.Length; i++)
        {
            _steps[i].Execute(state, T.Count);
            foreach (var ring in _completedBy[i])
                ring.FillWithNextFrame(state);
        }
    }

    /// <inheritdoc/>
    public override void Process(byte* state, float** input, float** output, int frames)
    {
        ref var phase = ref ((int*)state)[SignalSlot.PhaseIndex];
        for (var start = 0; start < frames;)
        {
            var count = Math.Min(frames - start, SignalSlot.ChunkFrames);
            if (phase + count > SignalSlot.ChunkFrames)
            {
                foreach (ref readonly var history in _slidingHistories.AsSpan())
                    history.Slide<T>(state, phase);
                phase = 0;
            }

            var source = _input.At(state);
            for (var channel = 0; channel < _input.Channels; channel++)
                new ReadOnlySpan<float>(input[channel] + start, count).CopyTo(new Span<float>(source + channel * _input.Stride, count));
            ProcessChunk(state, count);
            var result = _output.At(state);
            for (var channel = 0; channel < _output.Channels; channel++)
                new ReadOnlySpan<float>(result + channel * _output.Stride, count).CopyTo(new Span<float>(output[channel] + start, count));
            foreach (ref readonly var ring in _rings.AsSpan())
                ring.Advance(state, count);
            phase += count;
            start += count;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var step in _steps)
            step.Dispose();
        _warmState?.Dispose();
    }

    private void ProcessChunk(byte* state, int frames)
    {
        _input.Commit<T>(state, frames);
        for (var i = 0; i < _steps.Length; i++)
        {
            _steps[i].Execute(state, frames);
            foreach (ref readonly var ring in _completedBy[i].AsSpan())
                ring.Commit<T>(state, frames);
        }
    }

    private void Clear(byte* state)
    {
        NativeMemory.Clear(state, (nuint)StateBytes);
        foreach (var step in _steps)
            step.Initialise(state);
    }

    // Recurrent: there is no closed form, so the silence is run once and remembered.
    private NativeBuffer<byte> RunSilence(int samples)
    {
        var warm = new NativeBuffer<byte>(StateBytes);
        using var silence = new NativeBuffer<float>(SignalSlot.ChunkFrames);
        using var ignored = new NativeBuffer<float>(SignalSlot.ChunkFrames);
        var input = stackalloc float*[InputChannels];
        var output = stackalloc float*[OutputChannels];
        new Span<nint>(input, InputChannels).Fill((nint)silence.Pointer);
        new Span<nint>(output, OutputChannels).Fill((nint)ignored.Pointer);
        Clear(warm.Pointer);
        for (var done = 0; done < samples; done += SignalSlot.ChunkFrames)
            Process(warm.Pointer, input, output, SignalSlot.ChunkFrames);
        return warm;
    }

    private static bool HasTransforms(LayerPlan plan)
    {
        foreach (var operation in plan.Operations)
        {
            if (operation is ConvolutionOperation)
                return true;
        }

        return false;
    }

    // Per step, the rings whose last writer it is.
    private static SignalSlot[][] CompletedRings(LayerPlan plan, StateLayout layout)
    {
        var lastWriter = new int[plan.Signals.Length];
        for (var step = 0; step < plan.Operations.Length; step++)
        {
            if (plan.Operations[step].Destination is { } destination)
                lastWriter[destination.Index] = step;
            if (plan.Operations[step].Sum is { } sum)
                lastWriter[sum.Index] = step;
        }

        var completed = new SignalSlot[plan.Operations.Length][];
        for (var step = 0; step < completed.Length; step++)
        {
            var (destination, sum) = (plan.Operations[step].Destination, plan.Operations[step].Sum);
            completed[step] = (Completes(destination, step), Completes(sum, step)) switch
            {
                (true, true) => [layout[destination!], layout[sum!]],
                (true, false) => [layout[destination!]],
                (false, true) => [layout[sum!]],
                _ => [],
            };
        }

        return completed;

        bool Completes(Signal? signal, int step) => signal is { HistorySamples: > 0 } && lastWriter[signal.Index] == step;
    }
}
