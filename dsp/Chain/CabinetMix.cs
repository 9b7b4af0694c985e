using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Two impulse responses side by side on one channel: y = through * x + first * h1(x) + second * h2(x), with weights that glide.
/// What has no weight is not computed, and begins anew when it is wanted again, so that no old reverberation comes back; it is then its
/// input that fades in, for the echoes of a sudden beginning would outlast a fade of the output.
/// The networks belong to the caller.
/// </summary>
public sealed unsafe class CabinetMix : IDisposable
{
    private Slot _first;
    private Slot _second;
    private Glide _through;
    private NativeBuffer<float> _firstOutput = new(0);
    private NativeBuffer<float> _secondOutput = new(0);

    /// <summary>No impulse response. Call <see cref="Prepare"/> before processing.</summary>
    public CabinetMix()
    {
        _through.Prepare(48_000.0, Glide.DefaultSeconds, 1.0);
        _first.Prepare(48_000.0);
        _second.Prepare(48_000.0);
    }

    /// <summary>Whether there is a first impulse response.</summary>
    public bool HasFirst => _first.Network is not null;

    /// <summary>Whether there is a second impulse response.</summary>
    public bool HasSecond => _second.Network is not null;

    /// <summary>Sets the sample rate and allocates for blocks of up to <paramref name="maximumFrames"/>. [main-thread]</summary>
    public void Prepare(double sampleRateHz, int maximumFrames)
    {
        _through.Prepare(sampleRateHz, Glide.DefaultSeconds, _through.Target);
        _first.Prepare(sampleRateHz);
        _second.Prepare(sampleRateHz);
        _firstOutput.Dispose();
        _secondOutput.Dispose();
        _firstOutput = new NativeBuffer<float>(maximumFrames);
        _secondOutput = new NativeBuffer<float>(maximumFrames);
    }

    /// <summary>Puts a network, one channel in and out, into the first slot, from the next sample on; null empties it. [audio-thread]</summary>
    public void SetFirst(AudioNetwork? network) => _first.Network = network;

    /// <summary>The same for the second slot. [audio-thread]</summary>
    public void SetSecond(AudioNetwork? network) => _second.Network = network;

    /// <summary>Moves to linear weights of the input and the two responses. An empty slot adds nothing, whatever its weight. [audio-thread]</summary>
    public void SetTarget(double through, double first, double second)
    {
        _through.SetTarget(through);
        _first.SetTarget(first);
        _second.SetTarget(second);
    }

    /// <summary>Jumps to the weights and forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _through.Snap();
        _first.Reset();
        _second.Reset();
    }

    /// <summary>Processes <paramref name="x"/>[time] in place, at most as many frames as were prepared. [audio-thread]</summary>
    public void Process(float* x, int frames)
    {
        while (frames > 0)
        {
            // Cut where a weight comes to rest: what is computed for a sample then does not depend on the block it lies in.
            var run = frames;
            var moving = _through.IsMoving || _first.Weight.IsMoving || _second.Weight.IsMoving;
            if (moving)
                run = Shortest(run, Shortest(_through.RemainingSamples, _first.Weight.RemainingSamples, _second.Weight.RemainingSamples));
            var first = _first.Process(x, _firstOutput.Pointer, run);
            var second = _second.Process(x, _secondOutput.Pointer, run);
            if (moving)
                MixMoving(x, first, second, run);
            else
                MixStill(x, first, second, run);
            x += run;
            frames -= run;
        }
    }

    /// <summary>Frees the memory, not the networks. [main-thread]</summary>
    public void Dispose()
    {
        _firstOutput.Dispose();
        _secondOutput.Dispose();
    }

    private void MixMoving(float* x, float* first, float* second, int frames)
    {
        for (var t = 0; t < frames; t++)
        {
            var sum = _through.Next() * x[t];
            var firstWeight = _first.Weight.Next();
            var secondWeight = _second.Weight.Next();
            if (first != null)
                sum += firstWeight * first[t];
            if (second != null)
                sum += secondWeight * second[t];
            x[t] = (float)sum;
        }
    }

    private void MixStill(float* x, float* first, float* second, int frames)
    {
        var through = (float)_through.Target;
        if (through == 0f)
            Planes.Clear(x, frames);
        else
            Planes.Scale(x, through, frames);
        if (first != null)
            Planes.AddScaled(x, first, (float)_first.Weight.Target, frames);
        if (second != null)
            Planes.AddScaled(x, second, (float)_second.Weight.Target, frames);
    }

    /// <summary>The smaller of two counts of which 0 means "without end".</summary>
    private static int Shortest(int a, int b) => a == 0 ? b : b == 0 ? a : Math.Min(a, b);

    private static int Shortest(int a, int b, int c) => Shortest(a, Shortest(b, c));

    private struct Slot
    {
        public AudioNetwork? Network;
        public Glide Weight;
        private Glide _feed;

        public void Prepare(double sampleRateHz)
        {
            Weight.Prepare(sampleRateHz, Glide.DefaultSeconds, Weight.Target);
            _feed.Prepare(sampleRateHz, Glide.DefaultSeconds, 1.0);
        }

        public void SetTarget(double weight)
        {
            if (Weight.IsNonZero || weight == 0.0)
            {
                Weight.SetTarget(weight);
                return;
            }
            Weight.Snap(weight);
            Reset();
            _feed.Snap(0.0);
            _feed.SetTarget(1.0);
        }

        public void Reset()
        {
            Weight.Snap();
            _feed.Snap(1.0);
            Network?.Reset();
        }

        /// <summary>The response to the input, or null when there is none to mix.</summary>
        public float* Process(float* x, float* output, int frames)
        {
            if (Network is null || !Weight.IsNonZero)
                return null;
            Crossfade.Scale(x, output, frames, _feed);
            _feed.Skip(frames);
            Network.Process(&output, &output, frames);
            return output;
        }
    }
}
