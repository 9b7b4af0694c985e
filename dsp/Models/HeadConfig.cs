namespace NamPlugin.Dsp.Models;

/// <summary>The convolution that ends a layer array's head path.</summary>
/// <param name="OutChannels">Channels of the head output.</param>
/// <param name="KernelSize">Taps, at least 1.</param>
/// <param name="Bias">Whether it has biases.</param>
/// <param name="Dilation">Distance of the taps in samples.</param>
public readonly record struct HeadConfig(int OutChannels, int KernelSize, bool Bias, int Dilation);
