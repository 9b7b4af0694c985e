namespace NamPlugin.Host.Audio;

/// <summary>
/// The memory of one process call, input x[channel][time] and output y[channel][time], as a suspicious host keeps it: every plane lies between fences,
/// the output is filled with a mark before the call, and afterwards <see cref="Inspect"/> tells what was written that must not be, and what was not.
/// </summary>
public sealed unsafe class AudioBuffers : IDisposable
{
    private readonly FencedPlane[] _inputs;
    private readonly FencedPlane[] _outputs;
    private readonly ulong[] _inputSums;

    /// <summary>Makes planes for a layout.</summary>
    /// <param name="layout">Channels in and out.</param>
    /// <param name="maximumFrames">Longest block.</param>
    /// <param name="isDouble">64-bit samples.</param>
    /// <param name="isInPlace">Whether an output plane is the input plane of the same channel, where there is one.</param>
    public AudioBuffers(AudioLayout layout, int maximumFrames, bool isDouble = false, bool isInPlace = false)
    {
        Layout = layout;
        MaximumFrames = maximumFrames;
        IsDouble = isDouble;
        IsInPlace = isInPlace;
        _inputs = Planes(layout.Inputs);
        _outputs = [.. Enumerable.Range(0, layout.Outputs).Select(channel => isInPlace && channel < layout.Inputs ? _inputs[channel] : Plane())];
        _inputSums = new ulong[layout.Inputs];
        Input = PointersTo(_inputs);
        Output = PointersTo(_outputs);
    }

    /// <summary>Channels in and out.</summary>
    public AudioLayout Layout { get; }

    /// <summary>Longest block.</summary>
    public int MaximumFrames { get; }

    /// <summary>64-bit samples.</summary>
    public bool IsDouble { get; }

    /// <summary>Outputs share the inputs' memory.</summary>
    public bool IsInPlace { get; }

    /// <summary>Frames of the block at hand, at most <see cref="MaximumFrames"/>.</summary>
    public int Frames { get; private set; }

    /// <summary>Whether the host tells the plugin that the input is silent; then it must be zero throughout.</summary>
    public bool InputIsSilent { get; set; }

    /// <summary>Input planes, for the plugin.</summary>
    public void** Input { get; }

    /// <summary>Output planes, for the plugin.</summary>
    public void** Output { get; }

    /// <summary>Fills the input with the next block and readies the output for the call.</summary>
    /// <param name="source">x[channel][time]; one channel serves all of them.</param>
    /// <param name="start">First frame of <paramref name="source"/>; what lies behind its end is zero.</param>
    /// <param name="frames">Length of the block.</param>
    public void Load(double[][] source, long start, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, MaximumFrames);
        Frames = frames;
        foreach (var output in _outputs)
            output.Clear(frames);
        for (var channel = 0; channel < _inputs.Length; channel++)
        {
            var plane = source[source.Length == 1 ? 0 : channel];
            var first = (int)Math.Min(start, plane.Length);
            _inputs[channel].Write(plane.AsSpan(first, Math.Min(frames, plane.Length - first)), frames);
            _inputSums[channel] = _inputs[channel].Checksum(frames);
        }
    }

    /// <summary>One channel of the output.</summary>
    public void ReadOutput(int channel, Span<double> target) => _outputs[channel].Read(target);

    /// <summary>Whether every sample of the output is exactly zero.</summary>
    public bool OutputIsZero => _outputs.All(plane => plane.IsZero(Frames));

    /// <summary>What the call did to this memory that it must not, in words; null when all is well.</summary>
    public string? Inspect()
    {
        for (var channel = 0; channel < _inputs.Length; channel++)
        {
            if (!_inputs[channel].FencesStand(Frames))
                return $"wrote outside of the {Frames} frames of input channel {channel}";
            if (!(IsInPlace && channel < _outputs.Length) && _inputs[channel].Checksum(Frames) != _inputSums[channel])
                return $"changed its input, channel {channel}";
        }

        for (var channel = 0; channel < _outputs.Length; channel++)
        {
            if (!_outputs[channel].FencesStand(Frames))
                return $"wrote outside of the {Frames} frames of output channel {channel}";
            if (_outputs[channel].FirstUnwritten(Frames) is var frame and >= 0)
                return $"left frame {frame} of {Frames} of output channel {channel} unwritten";
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var plane in _inputs.Concat(_outputs))
            plane.Dispose();
        NativeMemoryBlock.Free(Input);
        NativeMemoryBlock.Free(Output);
    }

    private FencedPlane Plane() => new(MaximumFrames, IsDouble);

    private FencedPlane[] Planes(int count) => [.. Enumerable.Range(0, count).Select(_ => Plane())];

    private static void** PointersTo(FencedPlane[] planes)
    {
        var pointers = (void**)NativeMemoryBlock.Allocate(planes.Length * sizeof(void*));
        for (var i = 0; i < planes.Length; i++)
            pointers[i] = planes[i].Samples;
        return pointers;
    }
}
