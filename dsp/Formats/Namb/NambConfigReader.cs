using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Models;
using Architecture = NamPlugin.Dsp.Models.Architecture;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>Reads the configuration of each architecture from a model block.</summary>
internal static class NambConfigReader
{
    /// <param name="cursor">Stands behind the block's head.</param>
    /// <param name="architecture">The id in that head.</param>
    /// <param name="weights">The block's weights; a condition network takes its own from the front.</param>
    /// <param name="depth">Models around and including this one.</param>
    public static ModelConfig Read(ref NambCursor cursor, byte architecture, ref ReadOnlySpan<byte> weights, int depth) => (Architecture)architecture switch
    {
        Architecture.Linear => ReadLinear(ref cursor),
        Architecture.ConvNet => ReadConvNet(ref cursor),
        Architecture.Lstm => ReadLstm(ref cursor),
        Architecture.WaveNet => ReadWaveNet(ref cursor, ref weights, depth),
        _ => throw cursor.Refuse(4, $"architecture {architecture}", "0 (Linear), 1 (ConvNet), 2 (LSTM) or 3 (WaveNet)", Remedies.OtherArchitecture),
    };

    private static LinearConfig ReadLinear(ref NambCursor cursor)
    {
        var config = new LinearConfig { ReceptiveField = cursor.Int32(), Bias = cursor.Flag(), InputChannels = cursor.Byte(), OutputChannels = cursor.Byte() };
        cursor.Skip(1);
        return config;
    }

    private static LstmConfig ReadLstm(ref NambCursor cursor)
    {
        var config = new LstmConfig
        {
            Layers = cursor.UInt16(),
            InputSize = cursor.UInt16(),
            HiddenSize = cursor.UInt16(),
            InputChannels = cursor.Byte(),
            OutputChannels = cursor.Byte(),
        };
        cursor.Skip(2);
        return config;
    }

    private static ConvNetConfig ReadConvNet(ref NambCursor cursor)
    {
        var channels = cursor.UInt16();
        var batchNorm = cursor.Flag();
        var blocks = cursor.Byte();
        return new ConvNetConfig
        {
            Channels = channels,
            BatchNorm = batchNorm,
            Groups = cursor.UInt16(),
            InputChannels = cursor.Byte(),
            OutputChannels = cursor.Byte(),
            Activation = NambActivation.Read(ref cursor),
            Dilations = ReadDilations(ref cursor, blocks),
        };
    }

    private static ImmutableArray<int> ReadDilations(ref NambCursor cursor, int count)
    {
        var dilations = new int[count];
        for (var i = 0; i < count; i++)
            dilations[i] = cursor.Int32();
        return ImmutableCollectionsMarshal.AsImmutableArray(dilations);
    }

    private static WaveNetConfig ReadWaveNet(ref NambCursor cursor, ref ReadOnlySpan<byte> weights, int depth)
    {
        var inputChannels = cursor.Byte();
        if (cursor.Flag())
            throw cursor.Refuse(1, "a post-stack head", "none: version 1 does not store its shape", "Use the .nam file instead.");
        var arrayCount = cursor.Byte();
        if (arrayCount == 0)
            throw cursor.Refuse(1, "no layer arrays", "at least one", Remedies.Damaged);
        var condition = cursor.Flag() ? ReadCondition(ref cursor, ref weights, depth) : null;
        try
        {
            var arrays = new LayerArrayConfig[arrayCount];
            for (var i = 0; i < arrayCount; i++)
                arrays[i] = NambLayerArray.Read(ref cursor);
            return new WaveNetConfig
            {
                InputChannels = inputChannels,
                OutputChannels = arrays[^1].Head.OutChannels,
                Arrays = ImmutableCollectionsMarshal.AsImmutableArray(arrays),
                ConditionDsp = condition,
            };
        }
        catch
        {
            condition?.Dispose();
            throw;
        }
    }

    private static NamModel ReadCondition(ref NambCursor cursor, ref ReadOnlySpan<byte> weights, int depth)
    {
        var bytes = cursor.UInt32() * (ulong)sizeof(float);
        if (bytes > (ulong)weights.Length)
            throw cursor.Refuse(sizeof(uint), $"{bytes / sizeof(float)} weights for the condition network", $"at most the {weights.Length / sizeof(float)} there are", Remedies.Damaged);
        var own = weights[..(int)bytes];
        weights = weights[(int)bytes..];
        var warnings = new List<string>();
        var metadata = NambMetadata.Read(ref cursor, warnings);
        return NambReader.ReadModel(ref cursor, metadata, own, warnings, depth + 1);
    }
}
