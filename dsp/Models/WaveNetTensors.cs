using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Models;

/// <summary>
/// The map from a WaveNet's shape to its flat weight list ('.nam' section 3.4): the one place that knows the order. Counting, slimming,
/// lowering and writing all walk it.
/// </summary>
public sealed class WaveNetTensors
{
    // What most captures have in all their layers.
    private static readonly ImmutableArray<ConvTensor?> NoFilms = ImmutableArray.Create(new ConvTensor?[LayerArrayConfig.FilmSlotCount]);

    private int _end;

    private WaveNetTensors(WaveNetConfig config)
    {
        Arrays = config.Arrays.ConvertAll(MapArray);
        PostHead = MapPostHead(config);
        HeadScale = _end++;
    }

    /// <summary>The layer arrays.</summary>
    public ImmutableArray<ArrayTensors> Arrays { get; }

    /// <summary>The convolutions of the post-stack head; empty when there is none.</summary>
    public ImmutableArray<ConvTensor> PostHead { get; }

    /// <summary>Index of the head scale, the last weight.</summary>
    public int HeadScale { get; }

    /// <summary>Length of the flat list.</summary>
    public int Count => _end;

    /// <summary>All tensors, in file order; the head scale follows the last.</summary>
    public IEnumerable<ConvTensor> InFileOrder
    {
        get
        {
            foreach (var array in Arrays)
            {
                foreach (var tensor in array.InFileOrder)
                    yield return tensor;
            }

            foreach (var tensor in PostHead)
                yield return tensor;
        }
    }

    /// <summary>Maps a configuration whose shape rules have been checked.</summary>
    public static WaveNetTensors Of(WaveNetConfig config) => new(config);

    private ArrayTensors MapArray(LayerArrayConfig array) => new(
        Take(array.InputSize, array.Channels, kernel: 1, groups: 1, bias: false),
        MapLayers(array),
        Take(array.HeadSumChannels, array.Head.OutChannels, array.Head.KernelSize, groups: 1, array.Head.Bias));

    private ImmutableArray<LayerTensors> MapLayers(LayerArrayConfig array)
    {
        var layers = new LayerTensors[array.Layers.Length];
        for (var layer = 0; layer < layers.Length; layer++)
            layers[layer] = MapLayer(array, layer);
        return ImmutableCollectionsMarshal.AsImmutableArray(layers);
    }

    private LayerTensors MapLayer(LayerArrayConfig array, int layer)
    {
        var inner = array.InnerChannels(layer);
        var conv = Take(array.Channels, inner, array.Layers[layer].KernelSize, array.GroupsInput, bias: true);
        var mixin = Take(array.ConditionSize, inner, kernel: 1, array.GroupsInputMixin, bias: false);
        ConvTensor? layer1x1 = array.Layer1x1.Active ? Take(array.Bottleneck, array.Channels, kernel: 1, array.Layer1x1.Groups, bias: true) : null;
        ConvTensor? head1x1 = array.Head1x1.Active ? Take(array.Bottleneck, array.Head1x1.OutChannels, kernel: 1, array.Head1x1.Groups, bias: true) : null;
        return new LayerTensors(conv, mixin, layer1x1, head1x1, MapFilms(array, inner));
    }

    private ImmutableArray<ConvTensor?> MapFilms(LayerArrayConfig array, int inner)
    {
        ConvTensor?[]? films = null;
        for (var slot = 0; slot < LayerArrayConfig.FilmSlotCount; slot++)
        {
            if (MapFilm(array, (FilmSlot)slot, inner) is { } tensor)
                (films ??= new ConvTensor?[LayerArrayConfig.FilmSlotCount])[slot] = tensor;
        }

        return films is null ? NoFilms : ImmutableCollectionsMarshal.AsImmutableArray(films);
    }

    private ConvTensor? MapFilm(LayerArrayConfig array, FilmSlot slot, int inner)
    {
        var film = array.Film(slot);
        if (!film.Active)
            return null;
        var channels = slot switch
        {
            FilmSlot.ConvPre or FilmSlot.Layer1x1Post => array.Channels,
            FilmSlot.ConvPost or FilmSlot.InputMixinPost or FilmSlot.ActivationPre => inner,
            FilmSlot.InputMixinPre => array.ConditionSize,
            FilmSlot.ActivationPost => array.Bottleneck,
            FilmSlot.Head1x1Post => array.Head1x1.OutChannels,
            _ => throw new ArgumentOutOfRangeException(nameof(slot)),
        };
        return Take(array.ConditionSize, film.Shift ? 2 * channels : channels, kernel: 1, film.Groups, bias: true);
    }

    private ImmutableArray<ConvTensor> MapPostHead(WaveNetConfig config)
    {
        if (config.PostHead is not { } head)
            return [];
        var inChannels = config.Arrays[^1].Head.OutChannels;
        var tensors = ImmutableArray.CreateBuilder<ConvTensor>(head.KernelSizes.Length);
        for (var block = 0; block < head.KernelSizes.Length; block++)
        {
            var outChannels = block == head.KernelSizes.Length - 1 ? head.OutChannels : head.Channels;
            tensors.Add(Take(inChannels, outChannels, head.KernelSizes[block], groups: 1, bias: true));
            inChannels = outChannels;
        }

        return tensors.MoveToImmutable();
    }

    private ConvTensor Take(int inChannels, int outChannels, int kernel, int groups, bool bias)
    {
        var tensor = new ConvTensor(_end, inChannels, outChannels, kernel, groups, bias);
        _end = tensor.End;
        return tensor;
    }
}
