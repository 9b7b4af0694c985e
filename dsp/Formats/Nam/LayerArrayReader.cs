using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats.Json;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>Reads one WaveNet layer array and fills in every default ('.nam' section 3.2).</summary>
internal static class LayerArrayReader
{
    public static LayerArrayConfig Read(JsonNode array)
    {
        var channels = array.Get("channels"u8).ToInt32();
        return new LayerArrayConfig
        {
            InputSize = array.Get("input_size"u8).ToInt32(),
            ConditionSize = array.Get("condition_size"u8).ToInt32(),
            Channels = channels,
            Bottleneck = ConfigReader.Integer(array, "bottleneck"u8, channels),
            Layers = LayerReader.Read(array),
            Head = ReadHead(array),
            GroupsInput = ConfigReader.Integer(array, "groups_input"u8, 1),
            GroupsInputMixin = ConfigReader.Integer(array, "groups_input_mixin"u8, 1),
            Layer1x1 = array.TryGet("layer1x1"u8, out var layer1x1)
                ? new Layer1x1Config(layer1x1.Get("active"u8).ToBoolean(), layer1x1.Get("groups"u8).ToInt32())
                : new Layer1x1Config(Active: true, Groups: 1),
            Head1x1 = array.TryGet("head1x1"u8, out var head1x1)
                ? new Head1x1Config(head1x1.Get("active"u8).ToBoolean(), head1x1.Get("out_channels"u8).ToInt32(), head1x1.Get("groups"u8).ToInt32())
                : new Head1x1Config(Active: false, channels, Groups: 1),
            Films = ReadFilms(array),
            AllowedChannels = ReadAllowedChannels(array, channels),
        };
    }

    private static HeadConfig ReadHead(JsonNode array)
    {
        if (array.TryGetValue("head"u8, out var head))
        {
            return new HeadConfig(
                head.Get("out_channels"u8).ToInt32(),
                head.Get("kernel_size"u8).ToInt32(),
                head.Get("bias"u8).ToBoolean(),
                ConfigReader.Integer(head, "head_dilation"u8, 1));
        }

        if (array.TryGet("head_size"u8, out var size))
            return new HeadConfig(size.ToInt32(), KernelSize: 1, array.Get("head_bias"u8).ToBoolean(), Dilation: 1);
        throw array.Refuse("no head", "a \"head\" with out_channels, kernel_size and bias, or \"head_size\" and \"head_bias\"", Remedies.ExportAgain);
    }

    private static ImmutableArray<FilmConfig> ReadFilms(JsonNode array)
    {
        var films = new FilmConfig[LayerArrayConfig.FilmSlotCount];
        for (var slot = 0; slot < films.Length; slot++)
            films[slot] = array.TryGet(FilmKeys.Utf8((FilmSlot)slot), out var film) ? ReadFilm(film) : FilmConfig.Inactive;
        return ImmutableCollectionsMarshal.AsImmutableArray(films);
    }

    private static FilmConfig ReadFilm(JsonNode film)
    {
        if (film.Kind == JsonKind.Boolean && !film.ToBoolean())
            return FilmConfig.Inactive;
        if (film.Kind != JsonKind.Object)
            throw film.WrongKind("false or an object with active, shift and groups");
        return new FilmConfig(Flag(film, "active"u8), Flag(film, "shift"u8), ConfigReader.Integer(film, "groups"u8, 1));
    }

    private static bool Flag(JsonNode film, ReadOnlySpan<byte> key) => !film.TryGet(key, out var value) || value.ToBoolean();

    private static ImmutableArray<int> ReadAllowedChannels(JsonNode array, int channels)
    {
        if (!array.TryGetValue("slimmable"u8, out var slimmable))
            return default;
        var method = slimmable.Get("method"u8);
        if (!method.Is("slice_channels_uniform"u8))
            throw method.Refuse(method.Describe(), "slice_channels_uniform", Remedies.OtherArchitecture);
        if (slimmable.TryGetValue("kwargs"u8, out var arguments) && arguments.TryGetValue("allowed_channels"u8, out var allowed))
            return ConfigReader.Integers(allowed, ModelLimits.Channels);
        return channels is >= 1 and <= ModelLimits.Channels ? UpTo(channels) : [];
    }

    private static ImmutableArray<int> UpTo(int channels)
    {
        var counts = new int[channels];
        for (var i = 0; i < channels; i++)
            counts[i] = i + 1;
        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }
}
