namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>One resolution of the spectral distance.</summary>
/// <param name="FftSize">Points of the transform, a power of two.</param>
/// <param name="HopSamples">Distance between frames.</param>
/// <param name="WindowSamples">Length of the Hann window, centred in the transform.</param>
public readonly record struct StftResolution(int FftSize, int HopSamples, int WindowSamples);
