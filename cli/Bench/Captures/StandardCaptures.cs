namespace NamPlugin.Cli.Bench.Captures;

/// <summary>
/// The shapes that most published captures have, with weights drawn at random, which cost a processor the same as learnt ones: so results of
/// different machines compare without a file being passed around.
/// </summary>
internal static class StandardCaptures
{
    private const int Seed = 20240229;
    private static readonly int[] A1Dilations = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
    private static readonly int[] A1FirstDilations = [1, 2, 4, 8, 16, 32, 64];
    private static readonly int[] A1SecondDilations = [128, 256, 512, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
    private static readonly int[] ConvNetDilations = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

    /// <summary>All of them; the caller owns them.</summary>
    public static IReadOnlyList<BenchModel> Create() =>
    [
        A1("a1_standard_16_8", 16, A1Dilations, A1Dilations),
        A1("a1_lite_12_6", 12, A1FirstDilations, A1SecondDilations),
        A1("a1_feather_8_4", 8, A1FirstDilations, A1SecondDilations),
        A1("a1_nano_4_2", 4, A1FirstDilations, A1SecondDilations),
        A2("a2_full_8", 8),
        A2("a2_lite_3", 3),
        Make("slimmable_3_12", WaveNetShape.Slimmable([3, 12])),
        Make("convnet_16", RandomCapture.ConvNetShape(16, [.. ConvNetDilations, .. ConvNetDilations])),
        Make("lstm_1x16", RandomCapture.LstmShape(1, 16)),
        Make("lstm_2x8", RandomCapture.LstmShape(2, 8)),
        Make("lstm_2x16", RandomCapture.LstmShape(2, 16)),
        Make("lstm_3x24", RandomCapture.LstmShape(3, 24)),
    ];

    private static BenchModel A1(string name, int channels, int[] first, int[] second) => Make(name, WaveNetShape.A1(channels, first, second));

    private static BenchModel A2(string name, int channels) => Make(name, WaveNetShape.A2(channels));

    private static BenchModel Make(string name, Dsp.Models.ModelConfig shape) => new(name, RandomCapture.Of(name, shape, Seed));
}
