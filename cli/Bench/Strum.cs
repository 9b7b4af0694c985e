namespace NamPlugin.Cli.Bench;

/// <summary>Something like a chord on an electric guitar, so that functions are called with arguments as they occur.</summary>
internal static class Strum
{
    private const double Amplitude = 0.25;
    private const double NoiseAmplitude = 0.002;

    // Whole periods of the loop for each string and its second harmonic, so that it begins where it ends: about E2, B2, E3 and G#3 at 48 kHz.
    private static readonly int[] Periods = [14, 21, 28, 35];

    /// <summary>Fills a plane with a loop; what is longer than the loop repeats its beginning.</summary>
    public static void Fill(Span<float> plane, int loopFrames)
    {
        var random = new Random(1);
        for (var frame = 0; frame < plane.Length; frame++)
        {
            if (frame >= loopFrames)
            {
                plane[frame] = plane[frame - loopFrames];
                continue;
            }

            var sum = NoiseAmplitude * ((2 * random.NextDouble()) - 1);
            foreach (var periods in Periods)
            {
                var angle = 2 * Math.PI * periods * frame / loopFrames;
                sum += Amplitude / Periods.Length * (Math.Sin(angle) + (0.5 * Math.Sin(2 * angle)));
            }

            plane[frame] = (float)sum;
        }
    }
}
