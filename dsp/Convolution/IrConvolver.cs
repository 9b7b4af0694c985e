using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Convolution;

/// <summary>Convolution with an <see cref="ImpulseResponse"/>, without delay, as a network of one or two channels.</summary>
public sealed unsafe class IrConvolver : AudioNetwork
{
    private readonly PartitionedConvolver[] _channels;

    private IrConvolver(PartitionedConvolver[] channels) => _channels = channels;

    /// <inheritdoc/>
    public override int InputChannels => _channels.Length;

    /// <inheritdoc/>
    public override int OutputChannels => _channels.Length;

    /// <summary>One channel, through the left (0) or right (1) side of the response; both are the same in a mono one. [main-thread]</summary>
    /// <param name="response">The response; it must outlive the convolver.</param>
    /// <param name="side">0 or 1.</param>
    public static IrConvolver Mono(ImpulseResponse response, int side = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(side);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, 1);
        return new IrConvolver([new PartitionedConvolver(response.Kernel(side))]);
    }

    /// <summary>Left through the left side, right through the right side; a mono response serves both. [main-thread]</summary>
    /// <param name="response">The response; it must outlive the convolver.</param>
    public static IrConvolver Stereo(ImpulseResponse response) =>
        new([new PartitionedConvolver(response.Kernel(0)), new PartitionedConvolver(response.Kernel(1))]);

    /// <inheritdoc/>
    public override void Reset()
    {
        foreach (var channel in _channels)
            channel.Reset();
    }

    /// <inheritdoc/>
    public override void Process(float** input, float** output, int frames)
    {
        for (var channel = 0; channel < _channels.Length; channel++)
            _channels[channel].Process(input[channel], output[channel], frames);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var channel in _channels)
            channel.Dispose();
    }
}
