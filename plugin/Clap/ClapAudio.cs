using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>A block's audio as the host lays it out, and as the effect sees it.</summary>
internal static unsafe class ClapAudio
{
    /// <summary>
    /// Reads where the audio lies. Planes that the host left out are null, which the effect takes for silence and for nowhere. [audio-thread]
    /// </summary>
    /// <param name="process">The block.</param>
    /// <param name="layout">The channels that host and plugin agreed on.</param>
    /// <param name="planes">Room for twice <see cref="ClapPortLayout.MostChannels"/> pointers, which the block refers to.</param>
    /// <param name="block">The audio.</param>
    /// <returns>False when one side has 32-bit samples and the other 64-bit ones, which the ports rule out.</returns>
    public static bool TryOpen(ClapProcess* process, ClapPortLayout layout, void** planes, out AudioBlock block)
    {
        var input = process->AudioInputsCount > 0 ? process->AudioInputs : null;
        var output = process->AudioOutputsCount > 0 ? process->AudioOutputs : null;
        block = new AudioBlock
        {
            Input = planes,
            InputChannels = layout.InputChannels,
            Output = planes + ClapPortLayout.MostChannels,
            OutputChannels = layout.OutputChannels,
            Frames = (int)process->FramesCount,
            IsDouble = IsDouble(output) || (output == null && IsDouble(input)),
        };
        if (input != null && output != null && IsDouble(input) != IsDouble(output))
            return false;

        Fill(block.Input, layout.InputChannels, input);
        Fill(block.Output, layout.OutputChannels, output);
        block.InputIsSilent = IsSilent(ref block, input);
        return true;
    }

    /// <summary>Says which output channels hold one value throughout. [audio-thread]</summary>
    public static void MarkConstant(ClapProcess* process, ref AudioBlock block)
    {
        if (process->AudioOutputsCount > 0 && process->AudioOutputs != null)
            process->AudioOutputs->ConstantMask = block.OutputIsSilent ? Mask(block.OutputChannels) : 0;
    }

    private static bool IsDouble(ClapAudioBuffer* buffer) => buffer != null && buffer->Data32 == null && buffer->Data64 != null;

    private static ulong Mask(int channels) => (1ul << channels) - 1;

    private static void Fill(void** planes, int channels, ClapAudioBuffer* buffer)
    {
        var source = buffer == null ? null : buffer->Data32 != null ? (void**)buffer->Data32 : (void**)buffer->Data64;
        for (var channel = 0; channel < channels; channel++)
            planes[channel] = source != null && channel < buffer->ChannelCount ? source[channel] : null;
    }

    // The mask says that samples are equal; the first one then says whether they are zero.
    private static bool IsSilent(ref AudioBlock block, ClapAudioBuffer* input)
    {
        if (input == null)
            return true;
        var mask = Mask(block.InputChannels);
        if (block.Frames == 0 || (input->ConstantMask & mask) != mask)
            return false;
        for (var channel = 0; channel < block.InputChannels; channel++)
        {
            var plane = block.Input[channel];
            if (plane != null && (block.IsDouble ? *(double*)plane : *(float*)plane) != 0)
                return false;
        }

        return true;
    }
}
