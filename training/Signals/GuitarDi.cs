namespace NamPlugin.Training.Signals;

/// <summary>
/// The built-in direct recording of an electric guitar: twenty seconds that no guitar played, computed from a model of plucked strings.
/// The same samples in every run.
/// </summary>
public static class GuitarDi
{
    /// <summary>Rate of the rendering.</summary>
    public const int SampleRateHz = 48000;

    /// <summary>Length of the rendering.</summary>
    public const int LengthSamples = 20 * SampleRateHz;

    private const double PeakGain = 0.5; // -6 dBFS
    private const double StringGain = 0.35; // brings the loudest strokes near 1, where the pickup's curvature is meant to act
    private const double NoiseGain = 2e-5; // what a cable and an interface add, about -98 dBFS RMS
    private static readonly double[] OpenStringsHz = [82.407, 110, 146.832, 195.998, 246.942, 329.628];

    /// <summary>Renders the piece: x[time], peak at -6 dBFS.</summary>
    public static float[] Render()
    {
        var notes = GuitarScore.Compose();
        var strings = OpenStringsHz
            .Select((openHz, index) => new GuitarString(index, openHz, notes.Where(note => note.String == index), SampleRateHz))
            .ToArray();
        var circuit = new PickupCircuit(SampleRateHz);
        var noise = new Noise(11);

        var sound = new double[LengthSamples];
        for (var sample = 0; sample < LengthSamples; sample++)
        {
            var sum = 0.0;
            foreach (var guitarString in strings)
                sum += guitarString.Next(sample);
            sound[sample] = circuit.Next(StringGain * sum);
        }

        var gain = PeakGain / sound.Max(Math.Abs);
        return sound.Select(value => (float)((gain * value) + (NoiseGain * noise.Next()))).ToArray();
    }
}
