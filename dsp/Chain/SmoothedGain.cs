namespace NamPlugin.Dsp.Chain;

/// <summary>A gain in dB that glides to its target on the dB scale, where the ear measures. One channel.</summary>
public sealed unsafe class SmoothedGain
{
    private Glide _db;

    /// <summary>A gain of 0 dB. Call <see cref="Prepare"/> before processing.</summary>
    public SmoothedGain() => Prepare(48_000.0);

    /// <summary>Sets the sample rate and stands still at the target. [main-thread]</summary>
    public void Prepare(double sampleRateHz) => _db.Prepare(sampleRateHz, Glide.DefaultSeconds, _db.Target);

    /// <summary>Moves to <paramref name="gainDb"/> within <see cref="Glide.DefaultSeconds"/>. [audio-thread]</summary>
    public void SetTarget(double gainDb) => _db.SetTarget(gainDb);

    /// <summary>Jumps to the target. [audio-thread]</summary>
    public void Reset() => _db.Snap();

    /// <summary>Scales <paramref name="x"/>[time] in place; 0 dB at rest leaves it untouched to the bit. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        var moving = Math.Min(frames, _db.RemainingSamples);
        for (var t = 0; t < moving; t++)
            x[t] *= (float)Decibels.ToGain(_db.Next());
        if (moving < frames)
            Planes.Scale(x + moving, (float)Decibels.ToGain(_db.Target), frames - moving);
    }
}
