namespace NamPlugin.Dsp.Convolution;

/// <summary>How loud an impulse response plays.</summary>
public enum ImpulseResponseLevel
{
    /// <summary>Pink noise keeps its RMS within the band from 80 Hz to 8 kHz: switching a cabinet on or changing it keeps the loudness.</summary>
    PinkNoise,

    /// <summary>
    /// The official NAM plugin's fixed rule, for sessions that must sound the same: -18 dB, times 48,000 / the file's rate. (There the factor is
    /// 48,000 / the host's rate, for samples interpolated without keeping the loudness of the sum over them; the result is the same.)
    /// </summary>
    NamCompatible,
}
