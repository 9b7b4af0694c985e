namespace NamPlugin.Training.HandBuilt;

/// <summary>
/// A one-pole low-pass without feedback. With the pole p, 1 / (1 - p z^-1) is the product of 1 + p^d z^-d + p^2d z^-2d over d = 1, 3, 9, 27, ...,
/// and each factor is what one layer with three taps and dilation d can do. n factors leave an error of p^(3^n).
/// </summary>
internal static class OnePole
{
    /// <summary>Small enough for tanh to be a straight line, large enough for its rounding errors to stay far below hearing.</summary>
    public const double LinearGain = 0.05;

    /// <summary>The pole of a low-pass with a corner frequency in Hz at 48 kHz.</summary>
    public static double At(double cornerHz) => Math.Exp(-2 * Math.PI * cornerHz / 48000);

    /// <summary>Filters a cell in place, in consecutive layers whose dilations are 1, 3, 9, ...; the gain at 0 Hz becomes 1 / (1 - pole).</summary>
    public static void Filter(WaveNetSketch sketch, int firstLayer, int layers, int unit, int cell, double pole)
    {
        for (var layer = firstLayer; layer < firstLayer + layers; layer++)
        {
            var factor = Math.Pow(pole, sketch.Dilations[layer]);
            sketch.Read(layer, unit, cell, LinearGain * factor, delay: 1);
            sketch.Read(layer, unit, cell, LinearGain * factor * factor, delay: 2);
            sketch.Write(layer, unit, cell, 1 / LinearGain);
        }
    }
}
