using System.Text;

namespace NamPlugin.Dsp.Models;

/// <summary>The names that the `.nam` format gives to the eight FiLM places.</summary>
internal static class FilmKeys
{
    /// <summary>The key of one place.</summary>
    public static string Of(FilmSlot slot) => Encoding.UTF8.GetString(Utf8(slot));

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
