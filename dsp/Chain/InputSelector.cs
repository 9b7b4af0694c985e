namespace NamPlugin.Dsp.Chain;

/// <summary>Takes what the host gives: keeps out what is not audio and picks the channel, or the mean of both, that the first amp hears.</summary>
internal sealed unsafe class InputSelector
{
    private readonly FiniteGuard _guard = new();

    // 0 left, 1 right, one half both.
    private Glide _pick;

    /// <summary>Input samples that were not audio.</summary>
    public long ReplacedSamples => _guard.ReplacedSamples;

    public void Prepare(double sampleRateHz) => _pick.Prepare(sampleRateHz, Glide.DefaultSeconds, _pick.Target);

    public void SetTarget(InputRouting routing) => _pick.SetTarget(routing switch
    {
        InputRouting.MonoMix => 0.5,
        InputRouting.MonoRight => 1.0,
        _ => 0.0,
    });

    public void Reset() => _pick.Snap();

    /// <summary>
    /// Copies <paramref name="frames"/> samples from <paramref name="start"/> on, for the caller may write its output over its input. [audio-thread]
    /// </summary>
    /// <param name="input">x[channel][time].</param>
    /// <param name="channels">0 (silence) or more; a third and further are not heard.</param>
    /// <param name="start">First sample to take.</param>
    /// <param name="frames">Number of samples to take.</param>
    /// <param name="dry">y[channel][time], left and right; a mono input is both.</param>
    /// <param name="picked">y[time] for the first amp.</param>
    public void Process(float** input, int channels, int start, int frames, float** dry, float* picked)
    {
        if (channels > 0)
            Take(input[0] + start, dry[0], frames);
        else
            Planes.Clear(dry[0], frames);

        if (channels > 1)
            Take(input[1] + start, dry[1], frames);
        else
            Planes.Copy(dry[0], dry[1], frames);

        Crossfade.Mix(dry[0], dry[1], picked, frames, _pick);
        _pick.Skip(frames);
    }

    private void Take(float* source, float* target, int frames)
    {
        Planes.Copy(source, target, frames);
        _guard.Process(target, frames);
    }
}
