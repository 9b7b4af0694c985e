using System.Collections.Immutable;

namespace NamPlugin.Dsp.Models;

/// <summary>The optional stack after the last array: for each kernel, activation then convolution ('.nam' section 3.5).</summary>
/// <param name="Channels">Inner channels.</param>
/// <param name="OutChannels">Channels of the last convolution, the model's output channels.</param>
/// <param name="KernelSizes">One entry per block, at least one.</param>
/// <param name="Activation">Applied before every convolution.</param>
public sealed record PostHeadConfig(int Channels, int OutChannels, ImmutableArray<int> KernelSizes, Activation Activation);
