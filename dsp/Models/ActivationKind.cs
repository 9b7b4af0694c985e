namespace NamPlugin.Dsp.Models;

/// <summary>The pointwise functions of the `.nam` format, section 2. The values are the type ids of `.namb`.</summary>
public enum ActivationKind
{
    /// <summary>tanh(x).</summary>
    Tanh = 0,

    /// <summary>clamp(x, -1, 1).</summary>
    Hardtanh = 1,

    /// <summary>The rational approximation that the format names explicitly; never a stand-in for <see cref="Tanh"/>.</summary>
    Fasttanh = 2,

    /// <summary>max(x, 0).</summary>
    ReLU = 3,

    /// <summary>x for x &gt; 0, else slope * x; one parameter, the slope.</summary>
    LeakyReLU = 4,

    /// <summary>As <see cref="LeakyReLU"/>; one slope for all channels, or one per channel (index modulo count).</summary>
    PReLU = 5,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid = 6,

    /// <summary>x * sigmoid(x).</summary>
    SiLU = 7,

    /// <summary>x * clamp(x + 3, 0, 6) / 6.</summary>
    Hardswish = 8,

    /// <summary>Clamp with slopes outside; parameters min, max, slope below min, slope above max.</summary>
    LeakyHardtanh = 9,

    /// <summary>x / (1 + |x|).</summary>
    Softsign = 10,
}
