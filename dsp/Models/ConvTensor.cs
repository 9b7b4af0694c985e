namespace NamPlugin.Dsp.Models;

/// <summary>
/// Where a convolution's weights lie in a model's flat list, and in which shape: for each group, for each of its outputs, for each of its inputs,
/// the taps from oldest to newest; then one bias per output ('.nam' section 2).
/// </summary>
/// <param name="Offset">Index of the first weight.</param>
/// <param name="InChannels">Input channels.</param>
/// <param name="OutChannels">Output channels.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Groups">Groups; divides both channel counts.</param>
/// <param name="HasBias">Whether biases follow the weights.</param>
public readonly record struct ConvTensor(int Offset, int InChannels, int OutChannels, int Kernel, int Groups, bool HasBias)
{
    /// <summary>Inputs that each output sees.</summary>
    public int GroupInputs => InChannels / Groups;

    /// <summary>Outputs of each group.</summary>
    public int GroupOutputs => OutChannels / Groups;

    /// <summary>Index of the first bias.</summary>
    public int BiasOffset => Offset + OutChannels * GroupInputs * Kernel;

    /// <summary>Index after the last number of this tensor.</summary>
    public int End => BiasOffset + (HasBias ? OutChannels : 0);

    /// <summary>Index of the weight from the group's input <paramref name="groupInput"/> to <paramref name="output"/> at <paramref name="tap"/>.</summary>
    public int WeightIndex(int output, int groupInput, int tap) => Offset + (output * GroupInputs + groupInput) * Kernel + tap;
}
