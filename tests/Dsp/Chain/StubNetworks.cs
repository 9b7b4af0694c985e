using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Tests.Chain;

/// <summary>A mono network of one line, which remembers what it was given and how often it was reset.</summary>
internal abstract unsafe class StubNetwork : AudioNetwork
{
    public List<float> Heard { get; } = [];

    public bool Records { get; init; } = true;

    public int Resets { get; private set; }

    public override int InputChannels => 1;

    public override int OutputChannels => 1;

    public override void Reset() => Resets++;

    public override void Process(float** input, float** output, int frames)
    {
        for (var t = 0; t < frames; t++)
        {
            if (Records)
                Heard.Add(input[0][t]);
            output[0][t] = Next(input[0][t]);
        }
    }

    public override void Dispose()
    {
    }

    protected abstract float Next(float x);
}

/// <summary>y = f(x).</summary>
internal sealed class Waveshaper(Func<float, float> shape) : StubNetwork
{
    protected override float Next(float x) => shape(x);
}

/// <summary>y[t] = x[t - delay]: a network that answers late.</summary>
internal sealed class Late(int delay) : StubNetwork
{
    private readonly Queue<float> _line = new(Enumerable.Repeat(0f, delay));

    public override void Reset()
    {
        base.Reset();
        _line.Clear();
        for (var i = 0; i < delay; i++)
            _line.Enqueue(0f);
    }

    protected override float Next(float x)
    {
        _line.Enqueue(x);
        return _line.Dequeue();
    }
}

/// <summary>h = tanh(0.7 h + x): short memory, not linear, and poisoned for ever by a single NaN.</summary>
internal sealed class Recurrent : StubNetwork
{
    private float _state;

    public override void Reset()
    {
        base.Reset();
        _state = 0f;
    }

    protected override float Next(float x) => _state = MathF.Tanh((0.7f * _state) + x);
}
