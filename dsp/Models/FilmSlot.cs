namespace NamPlugin.Dsp.Models;

/// <summary>The eight places of a layer that FiLM can modulate, in the order in which their weights are stored.</summary>
public enum FilmSlot
{
    /// <summary>The input of the dilated convolution (the residual keeps the unmodulated signal).</summary>
    ConvPre,

    /// <summary>The output of the dilated convolution.</summary>
    ConvPost,

    /// <summary>The condition before the input mixin.</summary>
    InputMixinPre,

    /// <summary>The output of the input mixin.</summary>
    InputMixinPost,

    /// <summary>The sum of convolution and mixin, before the activation.</summary>
    ActivationPre,

    /// <summary>The activated (and gated) signal.</summary>
    ActivationPost,

    /// <summary>The output of the residual 1x1 convolution.</summary>
    Layer1x1Post,

    /// <summary>The output of the 1x1 convolution towards the head.</summary>
    Head1x1Post,
}
