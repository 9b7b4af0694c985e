using System.Collections.Immutable;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Networks;

namespace NamPlugin.Dsp.Width;

/// <summary>One width of a model.</summary>
/// <param name="Channels">Channels of each layer array (hidden units of each LSTM layer); empty for a linear model.</param>
/// <param name="MacsPerSample">Multiply-accumulates per sample.</param>
/// <param name="Program">What computes it.</param>
/// <param name="SilentOutput">level[channel] that it puts out when nothing is played: rarely zero, and of every width another.</param>
public sealed record ModelVariant(ImmutableArray<int> Channels, long MacsPerSample, NetworkProgram Program, ImmutableArray<float> SilentOutput)
{
    /// <summary>Packs a lowered width. [main-thread]</summary>
    internal static ModelVariant Compile(ModelWidth width, LaneWidth lanes)
    {
        var program = NetworkProgram.Compile(width.Plan, lanes);
        return new ModelVariant(width.Channels, width.Plan.MacsPerSample, program, SilentOutputOf(program));
    }

    private static unsafe ImmutableArray<float> SilentOutputOf(NetworkProgram program)
    {
        using var network = new Network(program);
        using var silence = new NativeBuffer<float>(1);
        using var levels = new NativeBuffer<float>(program.OutputChannels);
        var input = stackalloc float*[program.InputChannels];
        var output = stackalloc float*[program.OutputChannels];
        new Span<nint>(input, program.InputChannels).Fill((nint)silence.Pointer);
        for (var channel = 0; channel < program.OutputChannels; channel++)
            output[channel] = levels.Pointer + channel;
        network.Process(input, output, frames: 1);
        return [.. levels.Span];
    }
}
