using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>One WaveNet layer ('.nam' section 3.3, step 2).</summary>
public sealed class OracleLayer
{
    private readonly LayerConfig _layer;
    private readonly OracleConvolution _conv;
    private readonly OracleConvolution _mixin;
    private readonly OracleConvolution? _layer1x1;
    private readonly OracleConvolution? _head1x1;
    private readonly OracleFilm?[] _films;
    private readonly int _bottleneck;

    /// <summary>Reads the layer's weights at full width and keeps the leading slices for <paramref name="width"/>.</summary>
    public OracleLayer(LayerArrayConfig array, int index, OracleWidth width, WeightCursor weights)
    {
        _layer = array.Layers[index];
        _bottleneck = width.Bottleneck;
        var fold = _layer.Gating == GatingMode.None ? 1 : 2;
        var condition = array.ConditionSize;
        _conv = weights.NextConvolution(array.Channels, fold * array.Bottleneck, _layer.KernelSize, _layer.Dilation, array.GroupsInput)
            .Narrowed(fold * width.Bottleneck, width.Channels);
        _mixin = weights.NextConvolution(condition, fold * array.Bottleneck, groups: array.GroupsInputMixin, bias: false)
            .Narrowed(fold * width.Bottleneck, condition);
        if (array.Layer1x1.Active)
            _layer1x1 = weights.NextConvolution(array.Bottleneck, array.Channels, groups: array.Layer1x1.Groups).Narrowed(width.Channels, width.Bottleneck);
        if (array.Head1x1.Active)
            _head1x1 = weights.NextConvolution(array.Bottleneck, array.Head1x1.OutChannels, groups: array.Head1x1.Groups).Narrowed(array.Head1x1.OutChannels, width.Bottleneck);
        _films =
        [
            Film(FilmSlot.ConvPre, array.Channels, width.Channels),
            Film(FilmSlot.ConvPost, fold * array.Bottleneck, fold * width.Bottleneck),
            Film(FilmSlot.InputMixinPre, condition, condition),
            Film(FilmSlot.InputMixinPost, fold * array.Bottleneck, fold * width.Bottleneck),
            Film(FilmSlot.ActivationPre, fold * array.Bottleneck, fold * width.Bottleneck),
            Film(FilmSlot.ActivationPost, array.Bottleneck, width.Bottleneck),
            Film(FilmSlot.Layer1x1Post, array.Channels, width.Channels),
            Film(FilmSlot.Head1x1Post, array.Head1x1.OutChannels, array.Head1x1.OutChannels),
        ];

        OracleFilm? Film(FilmSlot slot, int fullChannels, int channels)
        {
            var film = array.Film(slot);
            if (!film.Active)
                return null;
            var rows = film.Shift ? 2 : 1;
            var convolution = weights.NextConvolution(condition, rows * fullChannels, groups: film.Groups).Narrowed(rows * channels, condition);
            return new OracleFilm(convolution, channels, film.Shift);
        }
    }

    public int History => _conv.History;

    /// <summary>From the residual stream r and the condition c to the next residual stream and what is added to the head.</summary>
    public (double[][] Residual, double[][] Head) Process(double[][] r, double[][] c)
    {
        var z = Film(FilmSlot.ConvPost, _conv.Process(Film(FilmSlot.ConvPre, r, c)), c);
        var m = Film(FilmSlot.InputMixinPost, _mixin.Process(Film(FilmSlot.InputMixinPre, c, c)), c);
        z = Film(FilmSlot.ActivationPre, Signals.Sum(z, m), c);
        var v = Film(FilmSlot.ActivationPost, Activated(z), c);
        var next = _layer1x1 is null ? r : Signals.Sum(r, Film(FilmSlot.Layer1x1Post, _layer1x1.Process(v), c));
        var head = _head1x1 is null ? v : Film(FilmSlot.Head1x1Post, _head1x1.Process(v), c);
        return (next, head);
    }

    private double[][] Activated(double[][] z)
    {
        if (_layer.Gating == GatingMode.None)
            return OracleActivation.Apply(_layer.Activation, z);
        var p = z[.._bottleneck];
        var activated = OracleActivation.Apply(_layer.Activation, p);
        var gate = OracleActivation.Apply(_layer.Secondary, z[_bottleneck..]);
        var product = Signals.Product(gate, activated);
        return _layer.Gating == GatingMode.Gated ? product : Signals.Sum(product, Signals.Zip(gate, p, static (g, dry) => (1 - g) * dry));
    }

    private double[][] Film(FilmSlot slot, double[][] x, double[][] c) => _films[(int)slot]?.Process(x, c) ?? x;
}
