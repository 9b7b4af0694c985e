namespace NamPlugin.Dsp.Models;

/// <summary>The optional 1x1 convolution between a layer's activation and the head sum.</summary>
/// <param name="Active">False: the activated signal itself is summed.</param>
/// <param name="OutChannels">Channels of the head sum when active.</param>
/// <param name="Groups">Groups of the convolution.</param>
public readonly record struct Head1x1Config(bool Active, int OutChannels, int Groups);
