using System.Collections.Immutable;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Width;

/// <summary>
/// The constant that is heard under the music. Widths of one model differ in what they put out for silence, sometimes by more than a fade of a few
/// hundredths of a second could hide. So a fade mixes the widths without their silent outputs, and this level glides from one to the other so
/// slowly that no step or edge of it reaches -90 dBFS, however long that takes.
/// </summary>
internal sealed unsafe class SilentLevel : IDisposable
{
    // 1.9e-5 a sample at 48 kHz, -94 dBFS; at higher rates the edges count, which are as high as the slope per second is.
    private const double FastestPerSecond = 0.9;
    private const double ReferenceRateHz = 48_000;

    private readonly NativeBuffer<float> _levels;
    private readonly float _largestStep;

    /// <summary>Makes a level for every channel. [main-thread]</summary>
    public SilentLevel(int channels, double sampleRateHz)
    {
        _levels = new NativeBuffer<float>(channels);
        _largestStep = (float)(FastestPerSecond / Math.Max(sampleRateHz, ReferenceRateHz));
    }

    /// <summary>Jumps. [audio-thread]</summary>
    public void Set(ImmutableArray<float> levels) => levels.AsSpan().CopyTo(_levels.Span);

    /// <summary>Whether it has arrived. [audio-thread]</summary>
    public bool IsAt(ImmutableArray<float> levels) => levels.AsSpan().SequenceEqual(_levels.Span);

    /// <summary>One sample's glide of one channel; returns where it is now. [audio-thread]</summary>
    public float Glide(int channel, float target)
    {
        ref var level = ref _levels.Pointer[channel];
        var distance = target - level;
        level = MathF.Abs(distance) <= _largestStep ? target : level + MathF.CopySign(_largestStep, distance);
        return level;
    }

    /// <summary>Frees the levels. [main-thread]</summary>
    public void Dispose() => _levels.Dispose();
}
