namespace NamPlugin.Training.Signals;

/// <summary>One string of the guitar playing its notes in turn, as the pickup hears it.</summary>
internal sealed class GuitarString
{
    private const int ControlInterval = 16;
    private const double ScaleFromBridge = 0.145; // pick, as a share of the open string
    private const double PickupFromBridge = 0.17; // a pickup nearer the neck, likewise

    private readonly double _sampleRateHz;
    private readonly double _openHz;
    private readonly GuitarNote[] _notes;
    private readonly StringPolarisation _across;
    private readonly StringPolarisation _upright;
    private readonly FractionalDelay _atPickup = new();
    private readonly Pick _pick;
    private int _next;
    private GuitarNote? _sounding;

    /// <param name="index">0 is the low E string.</param>
    /// <param name="openHz">Pitch of the open string.</param>
    /// <param name="notes">Its notes, in any order.</param>
    /// <param name="sampleRateHz">Samples per second.</param>
    public GuitarString(int index, double openHz, IEnumerable<GuitarNote> notes, double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        _openHz = openHz;
        _notes = notes.OrderBy(note => note.StartSeconds).ToArray();

        // The wound strings are the stiffer ones.
        var stiffness = -0.52 + (0.06 * index);
        _across = new StringPolarisation(sampleRateHz, stiffness);
        _upright = new StringPolarisation(sampleRateHz, stiffness);
        _pick = new Pick(sampleRateHz, (ulong)index + 1);
        Tune(openHz, fundamentalSeconds: 0.1, trebleSeconds: 0.05);
    }

    /// <summary>The sample at a time, to be asked for in order.</summary>
    public double Next(long sample)
    {
        if (sample % ControlInterval == 0)
            Control(sample / _sampleRateHz);
        var push = _pick.Next();
        var motion = _across.Next(0.85 * push) + _upright.Next(0.45 * push);

        // The wave passes the pickup twice, the second time turned over by the bridge.
        _atPickup.Write(motion);
        return motion - _atPickup.Read(PickupFromBridge * _sampleRateHz / _openHz);
    }

    private void Control(double seconds)
    {
        if (_next < _notes.Length && seconds >= _notes[_next].StartSeconds - Pick.LeadSeconds)
        {
            _sounding = _notes[_next++];
            _pick.Strike(_sounding.Force, 1 + (1.5 * _sounding.PalmMute), ScaleFromBridge * _sampleRateHz / _openHz);
        }
        if (_sounding is not { } note)
            return;

        var age = seconds - note.StartSeconds;
        var frequencyHz = _openHz * Math.Pow(2, (note.Fret + note.SemitonesAt(age)) / 12);
        if (age < 0)
        {
            // The pick rests on the string and quiets it before the stroke.
            Tune(frequencyHz, 0.03, 0.01);
        }
        else if (seconds >= note.EndSeconds)
        {
            Tune(frequencyHz, 0.09, 0.03);
        }
        else
        {
            // A hard stroke stretches the string: it starts a few cents sharp and settles.
            frequencyHz *= 1 + (0.004 * note.Force * note.Force * Math.Exp(-age / 0.12));
            var ringing = note.Fret == 0 ? 9.0 : 6.0;
            var fundamentalSeconds = ringing * Math.Pow(0.05, note.PalmMute) * Math.Pow(82.4 / frequencyHz, 0.2);
            var trebleSeconds = 1.1 * Math.Pow(0.05, note.PalmMute);
            Tune(frequencyHz, fundamentalSeconds, Math.Min(trebleSeconds, fundamentalSeconds));
        }
    }

    private void Tune(double frequencyHz, double fundamentalSeconds, double trebleSeconds)
    {
        _across.Tune(frequencyHz, fundamentalSeconds, trebleSeconds);

        // Towards the body the bridge gives way more: shorter, and a third of a cent lower.
        _upright.Tune(frequencyHz * 0.9998, 0.45 * fundamentalSeconds, 0.6 * trebleSeconds);
    }
}
