namespace NamPlugin.Dsp.Kernels.Lstm;

/// <summary>
/// tanh(|x|) as 32 cubics. With u = |x| * <see cref="Scale"/> + <see cref="Offset"/>, from 1.375 to 5.5, the low five bits above
/// <see cref="SegmentShift"/> name the segment: sixteen to an octave of u, in the order of the bits and not of x. The cubic's argument is how far
/// u is beyond the segment's start. Each is a Remez fit whose coefficients are rounded one after the other, the rest refitted each time.
/// </summary>
internal static class TanhTable
{
    /// <summary>What the argument is multiplied with beforehand; it puts the ends of octaves where the fourth derivative is small.</summary>
    public const float Scale = 0.557432413f;

    /// <summary>Added to the scaled argument.</summary>
    public const float Offset = 1.375f;

    /// <summary>The largest u of the last segment, which ends at one.</summary>
    public const float Last = 5.49999952f;

    /// <summary>Bits of a float below the number of its segment.</summary>
    public const byte SegmentShift = 19;

    /// <summary>coefficient[power][segment].</summary>
    public static ReadOnlySpan<float> Coefficients =>
    [
        0.807990372f, 0.872976661f, 0.916978061f, 0.946175158f, 0.965290189f, 0.977694571f, 0.985698223f, 0.990843296f,
        0.99414289f, 0.996255696f, 0.997607291f, 0.998471379f, 0.999023557f, 0.999376357f, 0.999601662f, 0.999745607f,
        0.999837518f, 0.99993372f, 0.999972999f, 0.999988973f, 0.99999553f, 0.999998152f, -4.60710368e-08f, 0.111653604f,
        0.22055769f, 0.324226946f, 0.420652568f, 0.508426785f, 0.586770892f, 0.655480742f, 0.714819193f, 0.765385747f,

        0.622722149f, 0.426680744f, 0.285384417f, 0.187817827f, 0.122297771f, 0.079083696f, 0.0509103313f, 0.0326790623f,
        0.0209376216f, 0.0133988867f, 0.00856800191f, 0.00547619723f, 0.00349899638f, 0.00223522703f, 0.00142772507f, 0.000911868759f,
        0.000579858373f, 0.000236490509f, 9.64453648e-05f, 3.93313749e-05f, 1.60395757e-05f, 6.37592166e-06f, 1.79396057f, 1.77163863f,
        1.70676529f, 1.60546136f, 1.47660816f, 1.33029926f, 1.17635417f, 1.02321029f, 0.877322316f, 0.743031681f,

        -0.901118934f, -0.66368109f, -0.464640021f, -0.314785063f, -0.208790079f, -0.136611059f, -0.0886058882f, -0.0571485311f,
        -0.0367273614f, -0.0235493109f, -0.0150775192f, -0.00964439008f, -0.0061653778f, -0.00393984048f, -0.00251704804f, -0.00160781725f,
        -0.000982813654f, -0.000400862482f, -0.000163484394f, -6.66713822e-05f, -2.71891367e-05f, 0f, -0.00146154745f, -0.359734535f,
        -0.682627738f, -0.942246675f, -1.12257063f, -1.22051287f, -1.24378073f, -1.2069211f, -1.12714481f, -1.02104127f,

        0.627580345f, 0.530595064f, 0.40149501f, 0.284872562f, 0.194370285f, 0.129433841f, 0.0848840475f, 0.0551319905f,
        0.0355888605f, 0.0228837542f, 0.014677736f, 0.00939942431f, 0.00601316988f, 0.00384436711f, 0.00245678402f, 0.00156962045f,
        0.000810413156f, 0.000330574345f, 0.000134823524f, 5.49838587e-05f, 2.24230025e-05f, 0f, -1.89682353f, -1.71238029f,
        -1.38048398f, -0.962855577f, -0.527374983f, -0.131166831f, 0.189120203f, 0.418765366f, 0.560558081f, 0.628040433f,
    ];
}
