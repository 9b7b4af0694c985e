namespace NamPlugin.Dsp.Models;

/// <summary>The residual 1x1 convolution of every layer.</summary>
/// <param name="Active">False: the residual passes unchanged and layers differ only in their head outputs.</param>
/// <param name="Groups">Groups of the convolution.</param>
public readonly record struct Layer1x1Config(bool Active, int Groups);
