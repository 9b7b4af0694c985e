namespace NamPlugin.Training.Signals;

/// <summary>
/// What the built-in guitar plays: ten bars of 4/4 at 120 beats a minute in E minor. Three bars of a palm-muted riff with power chords, three of
/// strummed open chords, three of a lead line with bends, a slide, vibrato and double stops, and a last chord that rings and is stopped.
/// </summary>
internal sealed class GuitarScore
{
    private const double SecondsPerBeat = 0.5;
    private const double LeadInSeconds = 0.25;
    private const double Ring = 16;

    // One fret per string from low to high; -1 is a string that is not struck.
    private static readonly int[] EMinor = [0, 2, 2, 0, 0, 0];
    private static readonly int[] GMajor = [3, 2, 0, 0, 0, 3];
    private static readonly int[] CMajor = [-1, 3, 2, 0, 1, 0];
    private static readonly int[] DMajor = [-1, -1, 0, 2, 3, 2];

    private readonly List<GuitarNote> _notes = [];
    private readonly Noise _hand = new(7);

    /// <summary>The whole piece.</summary>
    public static IReadOnlyList<GuitarNote> Compose()
    {
        var score = new GuitarScore();
        score.Riff(0, isLast: false);
        score.Riff(4, isLast: true);
        score.Riff(8, isLast: false);
        score.Chords(12);
        score.Lead(24);
        score.Strum(36, 3.1, EMinor, 0.85, isDown: true);
        return score._notes;
    }

    private void Riff(double bar, bool isLast)
    {
        PowerChord(bar, 0.45, 0);
        Chug(bar + 0.5, 0.85);
        Chug(bar + 0.75, 0.75);
        Chug(bar + 1, 1.00);
        Chug(bar + 1.5, 0.90);
        Chug(bar + 1.75, 0.75);
        PowerChord(bar + 2, 0.45, 3);
        Chug(bar + 2.5, 0.90);
        Chug(bar + 2.75, 0.75);
        if (isLast)
        {
            Stroke(bar + 3, 0.45, 1, 2, 0.8);
            Stroke(bar + 3.25, 0.2, 1, 0, 0.6);
            Stroke(bar + 3.5, 0.24, 0, 3, 0.8);
            Stroke(bar + 3.75, 0.24, 0, 2, 0.7);
        }
        else
        {
            PowerChord(bar + 3, 0.45, 5);
            PowerChord(bar + 3.5, 0.45, 3);
        }
    }

    private void Chords(double bar)
    {
        foreach (var (offset, shape) in new[] { (0.0, EMinor), (4.0, GMajor), (8.0, CMajor), (10.0, DMajor) })
        {
            var beats = shape == CMajor || shape == DMajor ? 2 : 4;
            foreach (var (beat, force, isDown) in new[] { (0.0, 0.8, true), (1.0, 0.6, true), (1.5, 0.45, false), (2.5, 0.5, false), (3.0, 0.65, true), (3.5, 0.45, false) })
            {
                if (beat < beats)
                    Strum(bar + offset + beat, beats - beat, shape, force, isDown);
            }
        }
    }

    private void Lead(double bar)
    {
        // A whole-tone bend on the B string, held with vibrato, and the way down.
        Stroke(bar, 1.9, 4, 15, 0.85, [(0.02, 0), (0.2, 2)], vibrato: 0.5);
        Stroke(bar + 2, 0.45, 5, 12, 0.7);
        Stroke(bar + 2.5, 0.45, 4, 15, 0.7);
        Stroke(bar + 3, 0.45, 4, 12, 0.65);
        Stroke(bar + 3.5, 0.45, 3, 14, 0.7, [(0, 0), (0.09, 0), (0.12, -2)]);

        // A slide up the G string into a held note.
        Stroke(bar + 4, 1.4, 3, 9, 0.8, [(0.06, 0), (0.07, 1), (0.1, 1), (0.11, 2), (0.14, 2), (0.15, 3)], vibrato: 0.4);
        Stroke(bar + 5.5, 0.45, 2, 14, 0.7);
        Stroke(bar + 6, 0.9, 3, 12, 0.75);
        Stroke(bar + 7, 0.9, 3, 14, 0.8, [(0.05, 0), (0.18, 2), (0.32, 2), (0.42, 0)]);

        // Double stops, then a unison bend under a held note.
        foreach (var (beat, low, high) in new[] { (8.0, 12, 12), (8.5, 14, 15), (9.0, 12, 12), (9.5, 9, 8) })
        {
            Stroke(bar + beat, 0.4, 3, low, 0.75);
            Stroke(bar + beat, 0.4, 4, high, 0.7);
        }
        Stroke(bar + 10, 1.9, 5, 12, 0.75);
        Stroke(bar + 10, 1.9, 4, 15, 0.8, [(0.04, 0), (0.25, 2)], vibrato: 0.3);
    }

    private void PowerChord(double beat, double beats, int fret)
    {
        Stroke(beat, beats, 0, fret, 0.9);
        Stroke(beat + 0.008, beats, 1, fret + 2, 0.8);
    }

    private void Chug(double beat, double force) => Stroke(beat, 0.4, 0, 0, force, palmMute: 0.85);

    private void Strum(double beat, double beats, int[] shape, double force, bool isDown)
    {
        var delayBeats = 0.0;
        for (var i = 0; i < shape.Length; i++)
        {
            var guitarString = isDown ? i : shape.Length - 1 - i;

            // An up-stroke catches the upper strings only.
            if (shape[guitarString] < 0 || (!isDown && guitarString < 2))
                continue;
            Stroke(beat + delayBeats, Math.Min(beats, Ring), guitarString, shape[guitarString], force * (1 - (0.06 * i)));
            delayBeats += 0.022 + (0.004 * _hand.Next());
        }
    }

    private void Stroke(
        double beat, double beats, int guitarString, int fret, double force,
        (double Seconds, double Semitones)[]? pitch = null, double vibrato = 0, double palmMute = 0)
    {
        // No hand keeps time to the sample or strikes twice alike.
        var start = LeadInSeconds + (beat * SecondsPerBeat) + (0.003 * _hand.Next());
        _notes.Add(new GuitarNote(start, start + (beats * SecondsPerBeat), guitarString, fret, force * (1 + (0.08 * _hand.Next())))
        {
            PalmMute = palmMute,
            PitchPoints = pitch ?? [],
            VibratoSemitones = vibrato,
        });
    }
}
