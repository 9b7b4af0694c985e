using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>The names that the `.nam` format gives to the eight FiLM places.</summary>
internal static class FilmKeys
{
    private static readonly ImmutableArray<string> Names =
    [
        "conv_pre_film", "conv_post_film", "input_mixin_pre_film", "input_mixin_post_film",
        "activation_pre_film", "activation_post_film", "layer1x1_post_film", "head1x1_post_film",
    ];

    /// <summary>The key of one place.</summary>
    public static string Of(FilmSlot slot) => Names[(int)slot];

    /// <summary>The key of one place, as it stands in a file.</summary>
    public static ReadOnlySpan<byte> Utf8(FilmSlot slot) => slot switch
    {
        FilmSlot.ConvPre => "conv_pre_film"u8,
        FilmSlot.ConvPost => "conv_post_film"u8,
        FilmSlot.InputMixinPre => "input_mixin_pre_film"u8,
        FilmSlot.InputMixinPost => "input_mixin_post_film"u8,
        FilmSlot.ActivationPre => "activation_pre_film"u8,
        FilmSlot.ActivationPost => "activation_post_film"u8,
        FilmSlot.Layer1x1Post => "layer1x1_post_film"u8,
        _ => "head1x1_post_film"u8,
    };
}
