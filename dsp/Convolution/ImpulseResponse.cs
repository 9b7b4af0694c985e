using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// A cabinet's or room's impulse response, mono or stereo, ready for one host sample rate: trimmed, resampled, levelled, its spectra computed.
/// Immutable, shared by any number of <see cref="IrConvolver"/>s, which it must outlive.
/// </summary>
public sealed class ImpulseResponse : IDisposable
{
    /// <summary>The lowest sample rate of a recording and of a host.</summary>
    public const int LowestRateHz = 8_000;

    /// <summary>The highest sample rate of a recording and of a host.</summary>
    public const int HighestRateHz = 768_000;

    private const double NamLevelDb = -18;
    private const double NamRateHz = 48_000;

    private readonly ConvolutionKernel[] _kernels;

    private ImpulseResponse(ConvolutionKernel[] kernels, int rateHz, double levelGain)
    {
        _kernels = kernels;
        RateHz = rateHz;
        LevelGain = levelGain;
    }

    /// <summary>1 for mono, 2 for left and right.</summary>
    public int Channels => _kernels.Length;

    /// <summary>The sample rate it was prepared for.</summary>
    public int RateHz { get; }

    /// <summary>Taps at that rate.</summary>
    public int LengthSamples => _kernels[0].TapCount;

    /// <summary>The linear gain that the level rule asked for; it is contained in the taps.</summary>
    public double LevelGain { get; }

    /// <summary>The same in dB, to be shown.</summary>
    public double LevelGainDb => Decibels.FromGain(LevelGain);

    /// <summary>Reads a WAV file and prepares it. [main-thread]</summary>
    /// <exception cref="FileFormatException">Not a WAV file, or not a usable impulse response.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <inheritdoc cref="Prepare(string, int, int, ImpulseResponseOptions, ReadOnlySpan{float}, ReadOnlySpan{float})" path="/param"/>
    public static ImpulseResponse Load(string file, int hostRateHz, ImpulseResponseOptions options)
    {
        using var recording = ResponseRecording.Load(file);
        return Prepare(recording, hostRateHz, options);
    }

    /// <summary>Prepares a recording. [main-thread]</summary>
    /// <exception cref="FileFormatException">Not a usable impulse response.</exception>
    /// <inheritdoc cref="Prepare(string, int, int, ImpulseResponseOptions, ReadOnlySpan{float}, ReadOnlySpan{float})" path="/param"/>
    public static ImpulseResponse Prepare(ResponseRecording recording, int hostRateHz, ImpulseResponseOptions options) =>
        Prepare(recording.File, recording.RateHz, hostRateHz, options, recording.Left, recording.Right);

    /// <summary>Prepares recorded samples. [main-thread]</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="rateHz">The recording's sample rate.</param>
    /// <param name="hostRateHz">The rate of the sound it will be convolved with, 8 to 768 kHz.</param>
    /// <param name="options">Level, trim and fade.</param>
    /// <param name="left">h[time], or the only channel.</param>
    /// <param name="right">h[time] of the right channel, as long as the left one; empty for mono.</param>
    /// <exception cref="FileFormatException">The recording is empty, silent, of a rate that no sound has, or holds values that are not finite.</exception>
    public static ImpulseResponse Prepare(
        string file, int rateHz, int hostRateHz, ImpulseResponseOptions options, ReadOnlySpan<float> left, ReadOnlySpan<float> right = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hostRateHz, LowestRateHz);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hostRateHz, HighestRateHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaximumSeconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaximumSeconds, ImpulseResponseOptions.LongestSeconds);
        float[][] channels = right.IsEmpty ? [left.ToArray()] : [left.ToArray(), right.ToArray()];
        ResponseRecording.CheckRate(file, rateHz);
        CheckSamples(file, channels);

        channels = ResponseTrim.Apply(channels, rateHz, options);
        channels = ResponseRate.Convert(channels, rateHz, hostRateHz);
        var gain = options.Level == ImpulseResponseLevel.PinkNoise
            ? ResponseLevel.PinkNoiseGain(channels, hostRateHz)
            : Decibels.ToGain(NamLevelDb) * NamRateHz / rateHz;
        if (!double.IsFinite((float)gain))
            throw Unusable(file, "no sound between 80 Hz and 8 kHz");
        foreach (var channel in channels)
        {
            for (var t = 0; t < channel.Length; t++)
                channel[t] = (float)(channel[t] * gain);
        }

        return new ImpulseResponse(Array.ConvertAll(channels, static channel => new ConvolutionKernel(channel)), hostRateHz, gain);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var kernel in _kernels)
            kernel.Dispose();
    }

    /// <summary>The taps for an audio channel; a mono response serves every channel.</summary>
    internal ConvolutionKernel Kernel(int channel) => _kernels[Math.Min(channel, _kernels.Length - 1)];

    private static void CheckSamples(string file, float[][] channels)
    {
        if (channels[0].Length == 0)
            throw Unusable(file, "no samples");
        if (channels[^1].Length != channels[0].Length)
            throw new ArgumentException("Both channels have the same length.", nameof(channels));
        foreach (var channel in channels)
        {
            var bad = Array.FindIndex(channel, static value => !float.IsFinite(value));
            if (bad >= 0)
                throw new FileFormatException(file, $"sample {bad}", $"{channel[bad]}", "a finite number", "Export the impulse response again.");
        }

        if (Array.TrueForAll(channels, static channel => Array.TrueForAll(channel, static value => value == 0)))
            throw Unusable(file, "silence");
    }

    private static FileFormatException Unusable(string file, string found) =>
        new(file, string.Empty, found, "an impulse response", "Check that this is the right file, or export it again.");
}
