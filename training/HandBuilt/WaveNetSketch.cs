namespace NamPlugin.Training.HandBuilt;

/// <summary>
/// A WaveNet whose weights are set one by one. Each of its C channels is a <em>cell</em> of the residual stream, which keeps a signal from layer to
/// layer, and a <em>unit</em> of every layer, which reads cells at three delays, bends the sum with a tanh and adds the result to cells and to the
/// head. Everything not set is zero. Widths leave out the last channels, so what reads or writes channel c exists from width c + 1 upwards.
/// </summary>
internal sealed class WaveNetSketch
{
    /// <summary>Taps of every layer's convolution: 0, 1 and 2 dilations back.</summary>
    public const int KernelSize = 3;

    private readonly float[] _input;
    private readonly float[][,,] _read; // [layer][unit, cell, tap], tap 2 is the newest sample
    private readonly float[][,] _write; // [layer][cell, unit]
    private readonly float[] _head;

    public WaveNetSketch(int channels, int[] dilations)
    {
        Channels = channels;
        Dilations = dilations;
        _input = new float[channels];
        _read = dilations.Select(_ => new float[channels, channels, KernelSize]).ToArray();
        _write = dilations.Select(_ => new float[channels, channels]).ToArray();
        _head = new float[channels];
    }

    public int Channels { get; }

    /// <summary>Samples between the taps, one per layer.</summary>
    public int[] Dilations { get; }

    /// <summary>Factor from the head's sum to the output.</summary>
    public float HeadScale { get; set; } = 1;

    /// <summary>What a cell holds of the input at first.</summary>
    public void Feed(int cell, double gain) => _input[cell] = (float)gain;

    /// <summary>Adds a cell, <paramref name="delay"/> dilations ago (0, 1 or 2), to what a unit bends.</summary>
    public void Read(int layer, int unit, int cell, double gain, int delay = 0) => _read[layer][unit, cell, KernelSize - 1 - delay] += (float)gain;

    /// <summary>Adds what a unit has bent to a cell, from the next layer on.</summary>
    public void Write(int layer, int unit, int cell, double gain) => _write[layer][cell, unit] += (float)gain;

    /// <summary>Adds what a unit has bent, in every layer, to the output.</summary>
    public void Send(int unit, double gain) => _head[unit] = (float)gain;

    /// <summary>The weights in file order ('.nam' section 3.4).</summary>
    public IEnumerable<float> Weights()
    {
        foreach (var gain in _input)
            yield return gain;
        for (var layer = 0; layer < Dilations.Length; layer++)
        {
            foreach (var weight in _read[layer])
                yield return weight;
            for (var bias = 0; bias < Channels; bias++)
                yield return 0;
            for (var mixin = 0; mixin < Channels; mixin++)
                yield return 0;
            foreach (var weight in _write[layer])
                yield return weight;
            for (var bias = 0; bias < Channels; bias++)
                yield return 0;
        }
        foreach (var gain in _head)
            yield return gain;
        yield return HeadScale;
    }
}
