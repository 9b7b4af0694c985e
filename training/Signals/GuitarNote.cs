namespace NamPlugin.Training.Signals;

/// <summary>One stroke on one string.</summary>
/// <param name="StartSeconds">When the pick lets go.</param>
/// <param name="EndSeconds">When a hand stops the string, unless the next stroke on it comes first.</param>
/// <param name="String">0 is the low E string, 5 the high one.</param>
/// <param name="Fret">0 is the open string.</param>
/// <param name="Force">0..1: louder and brighter.</param>
internal sealed record GuitarNote(double StartSeconds, double EndSeconds, int String, int Fret, double Force)
{
    /// <summary>Palm on the bridge: 0 rings freely, 1 is a dull thump.</summary>
    public double PalmMute { get; init; }

    /// <summary>Where a bend or slide takes the pitch, in semitones above the fret, at times in seconds after the start; straight lines between.</summary>
    public (double Seconds, double Semitones)[] PitchPoints { get; init; } = [];

    /// <summary>Depth of the vibrato in semitones; it sets in after a third of a second.</summary>
    public double VibratoSemitones { get; init; }

    /// <summary>Pitch in semitones above the fret, <paramref name="seconds"/> after the start.</summary>
    public double SemitonesAt(double seconds)
    {
        const double vibratoHz = 5.4;
        const double onsetSeconds = 0.35;
        var semitones = BendAt(seconds);
        if (VibratoSemitones > 0 && seconds > onsetSeconds)
        {
            var depth = VibratoSemitones * Math.Min(1, (seconds - onsetSeconds) / 0.3);

            // A finger can only pull the string sharp.
            semitones += depth * 0.5 * (1 - Math.Cos(2 * Math.PI * vibratoHz * (seconds - onsetSeconds)));
        }
        return semitones;
    }

    private double BendAt(double seconds)
    {
        if (PitchPoints.Length == 0)
            return 0;
        for (var i = 0; i < PitchPoints.Length; i++)
        {
            if (seconds >= PitchPoints[i].Seconds)
                continue;
            if (i == 0)
                return PitchPoints[0].Semitones;
            var (from, low) = PitchPoints[i - 1];
            var (to, high) = PitchPoints[i];
            return low + ((high - low) * (seconds - from) / (to - from));
        }
        return PitchPoints[^1].Semitones;
    }
}
