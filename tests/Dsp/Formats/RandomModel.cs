using System.Collections.Immutable;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Makes valid models of every architecture from a seed, with every option of the format turned on now and then.</summary>
internal sealed class RandomModel
{
    private readonly Random _random;
    private readonly bool _forNamb;

    private RandomModel(int seed, bool forNamb)
    {
        _random = new Random(seed);
        _forNamb = forNamb;
    }

    /// <summary>Any model that `.nam` can hold.</summary>
    public static NamModel ForNam(int seed) => new RandomModel(seed, forNamb: false).Model(depth: 0);

    /// <summary>Any model that `.namb` version 1 can hold.</summary>
    public static NamModel ForNamb(int seed) => new RandomModel(seed, forNamb: true).Model(depth: 0);

    private NamModel Model(int depth, int inputs = 0, double? rate = null)
    {
        var isOutermost = depth == 0;
        rate = isOutermost ? Pick<double?>(null, 44100, 48000, 96000.5) : rate;
        inputs = isOutermost ? Pick(1, 1, 2, 3) : inputs;
        ModelConfig config = _random.Next(isOutermost && !_forNamb ? 6 : 5) switch
        {
            0 => Lstm(inputs),
            1 => ConvNet(inputs),
            2 => Linear(inputs),
            5 => Container(rate),
            _ => WaveNet(inputs, depth, rate),
        };
        return new NamModel
        {
            Version = new FileVersion(0, _random.Next(5, 7), _random.Next(6)),
            Config = config,
            Weights = Weights((int)WeightCount.Of(config)),
            SampleRateHz = rate,
            Metadata = Metadata(),
        };
    }

    private ContainerConfig Container(double? rate)
    {
        var count = _random.Next(1, 4);
        var submodels = new List<Submodel>();
        while (submodels.Count < count)
        {
            var model = Model(depth: 1, inputs: 1, rate);
            if (model.Config.OutputChannels == 1)
                submodels.Add(new Submodel((submodels.Count + 1.0) / count, model));
            else
                model.Dispose();
        }

        return new ContainerConfig { InputChannels = 1, OutputChannels = 1, Submodels = [.. submodels] };
    }

    private LstmConfig Lstm(int inputs) =>
        new() { InputChannels = inputs, InputSize = inputs, OutputChannels = _random.Next(1, 4), Layers = _random.Next(4), HiddenSize = _random.Next(1, 6) };

    private LinearConfig Linear(int inputs) => new()
    {
        InputChannels = inputs,
        OutputChannels = _random.Next(1, 4),
        ReceptiveField = _random.Next(1, 50),
        Bias = Coin(),
        Implementation = _forNamb ? LinearImplementation.Auto : Pick(Enum.GetValues<LinearImplementation>()),
    };

    private ConvNetConfig ConvNet(int inputs)
    {
        var groups = _random.Next(1, inputs + 1);
        groups = inputs % groups == 0 ? groups : 1;
        return new ConvNetConfig
        {
            InputChannels = inputs,
            OutputChannels = _random.Next(1, 4),
            Channels = groups * _random.Next(1, 4),
            Dilations = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => _random.Next(1, 300))],
            BatchNorm = Coin(),
            Activation = AnyActivation(),
            Groups = groups,
        };
    }

    private WaveNetConfig WaveNet(int inputs, int depth, double? rate)
    {
        var condition = depth < (_forNamb ? 1 : 3) && _random.Next(3) == 0 ? Model(depth + 1, inputs, rate) : null;
        if (_forNamb && condition is { Config.InnerModels: var inner } && inner.Any())
            throw new InvalidOperationException("The depth does not keep .namb from nesting.");
        var isSlimmable = !_forNamb && _random.Next(4) == 0;
        var arrays = ImmutableArray.CreateBuilder<LayerArrayConfig>();
        var count = _random.Next(1, 4);
        for (var i = 0; i < count; i++)
            arrays.Add(LayerArray(arrays.LastOrDefault(), inputs, condition?.Config.OutputChannels ?? inputs, isSlimmable));
        var postHead = !_forNamb && !isSlimmable && _random.Next(3) == 0
            ? new PostHeadConfig(_random.Next(1, 5), _random.Next(1, 3), [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _random.Next(1, 6))], AnyActivation())
            : null;
        return new WaveNetConfig
        {
            InputChannels = inputs,
            OutputChannels = postHead?.OutChannels ?? arrays[^1].Head.OutChannels,
            Arrays = arrays.ToImmutable(),
            PostHead = postHead,
            ConditionDsp = condition,
        };
    }

    private LayerArrayConfig LayerArray(LayerArrayConfig? previous, int inputs, int conditionSize, bool isSlimmable)
    {
        // Even sizes leave room for groups of two.
        var channels = previous?.Head.OutChannels ?? 2 * _random.Next(1, 5);
        var isActive = _random.Next(4) != 0;
        var bottleneck = isActive && previous is null && Coin() ? 2 * _random.Next(1, 5) : channels;
        var head1x1 = previous is null && _random.Next(3) == 0 ? new Head1x1Config(Active: true, 2 * _random.Next(1, 3), Groups(isSlimmable)) : new Head1x1Config(Active: false, channels, 1);
        var array = new LayerArrayConfig
        {
            InputSize = previous?.Channels ?? inputs,
            ConditionSize = conditionSize,
            Channels = channels,
            Bottleneck = bottleneck,
            Head = new HeadConfig(2 * _random.Next(1, 4), isSlimmable ? 1 : Pick(1, 1, 4), Coin(), _forNamb || isSlimmable ? 1 : Pick(1, 1, 7)),
            GroupsInput = Groups(isSlimmable),
            GroupsInputMixin = conditionSize % 2 == 0 ? Groups(isSlimmable) : 1,
            Layer1x1 = new Layer1x1Config(isActive, Groups(isSlimmable)),
            Head1x1 = head1x1,
            Layers = Layers(),
            Films = [.. Enum.GetValues<FilmSlot>().Select(slot => Film(slot, conditionSize, isSlimmable, isActive, head1x1.Active))],
            AllowedChannels = isSlimmable && (previous is null || Coin()) ? Widths(channels) : default,
        };
        return array;
    }

    private ImmutableArray<LayerConfig> Layers()
    {
        var count = _random.Next(1, 5);
        var isUniform = Coin();
        var first = Layer();
        return [.. Enumerable.Range(0, count).Select(_ => (isUniform ? first : Layer()) with { Dilation = _random.Next(1, 600) })];
    }

    private LayerConfig Layer()
    {
        var gating = Pick(GatingMode.None, GatingMode.None, GatingMode.Gated, GatingMode.Blended);
        return new LayerConfig(_random.Next(1, 8), 1, gating, AnyActivation(), gating == GatingMode.None || Coin() ? LayerConfig.DefaultSecondary : AnyActivation());
    }

    private FilmConfig Film(FilmSlot slot, int conditionSize, bool isSlimmable, bool hasLayer1x1, bool hasHead1x1)
    {
        var isPossible = slot switch
        {
            FilmSlot.Layer1x1Post => hasLayer1x1,
            FilmSlot.Head1x1Post => hasHead1x1,
            _ => true,
        };
        return isPossible && _random.Next(4) == 0 ? new FilmConfig(Active: true, Coin(), conditionSize % 2 == 0 ? Groups(isSlimmable) : 1) : FilmConfig.Inactive;
    }

    private ImmutableArray<int> Widths(int channels) => [.. Enumerable.Range(1, channels).Where(width => width == channels || Coin())];

    private Activation AnyActivation()
    {
        var kind = Pick(Enum.GetValues<ActivationKind>());
        var count = kind == ActivationKind.PReLU ? _random.Next(1, 5) : Activation.WithDefaults(kind).Parameters.Length;
        return Coin() ? Activation.WithDefaults(kind) : new Activation(kind, [.. Enumerable.Range(0, count).Select(_ => Number())]);
    }

    private NativeBuffer<float> Weights(int count)
    {
        var weights = new NativeBuffer<float>(count);
        foreach (ref var weight in weights.Span)
            weight = Number();
        return weights;
    }

    private ModelMetadata Metadata()
    {
        var levels = new ModelMetadata
        {
            LoudnessDb = Coin() ? _random.NextDouble() * -40 : null,
            InputLevelDbu = Coin() ? _random.NextDouble() * 20 : null,
            OutputLevelDbu = Coin() ? _random.NextDouble() * 20 : null,
        };
        return _forNamb || Coin() ? levels : levels with
        {
            Name = "quote \" backslash \\ tab \t umlaut ä, emoji \U0001F3B8",
            GearType = "amp",
            Date = Pick("2024-02-29T23:59:58", "yesterday", ""),
            Gain = _random.NextDouble(),
            ValidationEsr = Coin() ? 1e-3 : null,
        };
    }

    /// <summary>Any finite float: ordinary ones, and all bit patterns there are.</summary>
    private float Number()
    {
        if (Coin())
            return (_random.NextSingle() * 2) - 1;
        var value = BitConverter.Int32BitsToSingle(_random.Next(int.MinValue, int.MaxValue));
        return float.IsFinite(value) ? value : -0f;
    }

    private int Groups(bool isSlimmable) => isSlimmable ? 1 : Pick(1, 2);

    private bool Coin() => _random.Next(2) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
