using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Plans;

/// <summary>One of the convolutions that a dense operation adds up, before it is split into taps and groups.</summary>
internal readonly record struct ConvolutionTerm(ConvTensor Tensor, Signal Source, int Dilation = 1);
