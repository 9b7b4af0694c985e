using System.Collections.Immutable;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Width;

/// <summary>
/// Cuts a slimmable WaveNet down to narrower arrays ('.nam' section 8): a leading slice of every tensor, nothing rescaled. The result is an
/// ordinary model, exactly as if it had been saved at that width.
/// </summary>
public static class WaveNetSlicer
{
    /// <summary>Makes the model whose array i has <c>channels[i]</c> channels. The caller owns it. [main-thread]</summary>
    /// <param name="model">A slimmable WaveNet; it keeps its own weights and any condition model, which the slice receives a copy of.</param>
    /// <param name="channels">One width per array, each allowed by that array.</param>
    /// <exception cref="ArgumentException">The model is no WaveNet, or a width is not among those the file allows.</exception>
    public static NamModel Slice(NamModel model, ReadOnlySpan<int> channels)
    {
        if (model.Config is not WaveNetConfig full || full.Arrays.Length != channels.Length)
            throw new ArgumentException("Only a WaveNet can be sliced, with one width for each of its arrays.", nameof(model));
        var slim = Narrow(full, channels);
        var weights = CopyLeadingSlices(WaveNetTensors.Of(full), WaveNetTensors.Of(slim), model.Weights.Span);
        return new NamModel { Version = model.Version, Config = slim, Weights = weights, SampleRateHz = model.SampleRateHz, Metadata = model.Metadata };
    }

    private static WaveNetConfig Narrow(WaveNetConfig full, ReadOnlySpan<int> channels)
    {
        var arrays = ImmutableArray.CreateBuilder<LayerArrayConfig>(channels.Length);
        for (var i = 0; i < channels.Length; i++)
        {
            var array = full.Arrays[i];
            if (channels[i] != array.Channels && !(array.IsSlimmable && array.AllowedChannels.Contains(channels[i])))
                throw new ArgumentException($"Layer array {i} cannot have {channels[i]} channels.", nameof(channels));
            arrays.Add(array with
            {
                Channels = channels[i],
                Bottleneck = Bottleneck(array, channels[i]),
                InputSize = i == 0 ? array.InputSize : channels[i - 1],
                Head = i + 1 < channels.Length ? array.Head with { OutChannels = channels[i + 1] } : array.Head,
                AllowedChannels = default,
            });
        }

        return full with { Arrays = arrays.MoveToImmutable(), ConditionDsp = full.ConditionDsp?.Clone() };
    }

    private static int Bottleneck(LayerArrayConfig array, int channels) =>
        array.Layer1x1.Active ? Math.Max(1, array.Bottleneck * channels / array.Channels) : channels;

    private static NativeBuffer<float> CopyLeadingSlices(WaveNetTensors full, WaveNetTensors slim, ReadOnlySpan<float> source)
    {
        var weights = new NativeBuffer<float>(slim.Count);
        var from = new List<ConvTensor>(full.InFileOrder);
        var to = new List<ConvTensor>(slim.InFileOrder);
        for (var i = 0; i < from.Count; i++)
            CopyLeadingSlice(from[i], to[i], source, weights.Span);
        weights[slim.HeadScale] = source[full.HeadScale];
        return weights;
    }

    private static void CopyLeadingSlice(ConvTensor from, ConvTensor to, ReadOnlySpan<float> source, Span<float> destination)
    {
        for (var output = 0; output < to.OutChannels; output++)
        {
            for (var input = 0; input < to.GroupInputs; input++)
                source.Slice(from.WeightIndex(output, input, tap: 0), to.Kernel).CopyTo(destination[to.WeightIndex(output, input, tap: 0)..]);
            if (to.HasBias)
                destination[to.BiasOffset + output] = source[from.BiasOffset + output];
        }
    }
}
