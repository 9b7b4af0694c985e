using System.Buffers.Binary;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>
/// Reads `.namb` files, version 1: a packed binary form of `.nam`. The file's checksum, sizes and offsets are checked before anything in
/// it is believed; then the same rules hold as for a `.nam`.
/// </summary>
public static class NambReader
{
    /// <summary>Whether contents begin as a `.namb` file does.</summary>
    public static bool HasMagic(ReadOnlySpan<byte> contents) =>
        contents.Length >= sizeof(uint) && BinaryPrimitives.ReadUInt32LittleEndian(contents) == NambLayout.Magic;

    /// <summary>Reads one model. [main-thread]</summary>
    /// <param name="contents">The whole file; bytes beyond the size it states are ignored.</param>
    /// <param name="fileName">What to call the file in errors.</param>
    /// <returns>The model, which the caller owns.</returns>
    /// <exception cref="FileFormatException">The file is not a model that can be played; nothing stays allocated.</exception>
    public static NamModel Read(ReadOnlySpan<byte> contents, string fileName)
    {
        if (contents.Length < NambLayout.ModelOffset)
            throw Refuse(fileName, "", $"{contents.Length} bytes", $"at least {NambLayout.ModelOffset}", Remedies.Damaged);
        if (!HasMagic(contents))
            throw Refuse(fileName, "byte 0", $"the bytes {Convert.ToHexString(contents[..sizeof(uint)])}", "424D414E (\"BMAN\"), as every .namb file begins", Remedies.Damaged);
        var version = BinaryPrimitives.ReadUInt16LittleEndian(contents[NambLayout.FormatVersionOffset..]);
        if (version != NambLayout.FormatVersion)
            throw Refuse(fileName, $"byte {NambLayout.FormatVersionOffset}", $".namb version {version}", $"version {NambLayout.FormatVersion}", Remedies.OtherVersion);
        contents = CheckExtent(contents, fileName);
        var weights = CheckWeights(contents, fileName, out var weightsOffset);

        var warnings = new List<string>();
        var cursor = new NambCursor(contents, NambLayout.HeaderSize, weightsOffset, fileName);
        var metadata = NambMetadata.Read(ref cursor, warnings);
        return ReadModel(ref cursor, metadata, weights, warnings, depth: 1);
    }

    /// <summary>
    /// Reads one model block. <paramref name="weights"/> are those of this model, preceded by those of its condition network.
    /// </summary>
    internal static NamModel ReadModel(ref NambCursor cursor, NambMetadata metadata, ReadOnlySpan<byte> weights, List<string> warnings, int depth)
    {
        if (depth > ModelLimits.Nesting)
            throw cursor.Refuse(0, "one more model inside a model", $"at most {ModelLimits.Nesting} inside each other", Remedies.TooLarge);

        var architecture = cursor.Byte();
        cursor.Skip(1);
        var configSize = cursor.UInt16();
        var start = cursor.Position;
        var config = NambConfigReader.Read(ref cursor, architecture, ref weights, depth);
        try
        {
            if (cursor.Position - start != configSize)
                throw cursor.Refuse(cursor.Position - start + sizeof(ushort), $"a configuration of {configSize} bytes", $"{cursor.Position - start}", Remedies.Damaged);
            if (ShapeRules.FirstViolation(config, metadata.SampleRateHz) is { } violation)
                throw Refuse(cursor.File, violation.Path.Length == 0 ? $"byte {start}" : $"byte {start}, {violation.Path}", violation.Found, violation.Expected, violation.TooLarge ? Remedies.TooLarge : Remedies.Damaged);
            foreach (var inner in config.InnerModels)
                warnings.AddRange(inner.Warnings);
            return new NamModel
            {
                Version = metadata.Version,
                Config = config,
                Weights = CopyWeights(weights, config, cursor.File),
                SampleRateHz = metadata.SampleRateHz,
                Metadata = metadata.Metadata,
                Warnings = warnings,
            };
        }
        catch
        {
            foreach (var inner in config.InnerModels)
                inner.Dispose();
            throw;
        }
    }

    /// <summary>The file without what follows its stated size, once size and checksum are right.</summary>
    private static ReadOnlySpan<byte> CheckExtent(ReadOnlySpan<byte> contents, string fileName)
    {
        var total = BinaryPrimitives.ReadUInt32LittleEndian(contents[NambLayout.TotalSizeOffset..]);
        if (total > (uint)contents.Length)
            throw Refuse(fileName, "", $"{contents.Length} bytes", $"{total}, as the file's header says", "The file was cut off: download or convert it again.");
        if (total < NambLayout.ModelOffset)
            throw Refuse(fileName, $"byte {NambLayout.TotalSizeOffset}", $"a file size of {total} bytes", $"at least {NambLayout.ModelOffset}", Remedies.Damaged);
        contents = contents[..(int)total];
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(contents[NambLayout.ChecksumOffset..]);
        var actual = NambLayout.Checksum(contents);
        return stored == actual ? contents : throw Refuse(fileName, $"byte {NambLayout.ChecksumOffset}", $"checksum {stored:X8}", $"{actual:X8}, that of the contents", Remedies.Damaged);
    }

    /// <summary>The bytes of all weights, once they lie where they may.</summary>
    private static ReadOnlySpan<byte> CheckWeights(ReadOnlySpan<byte> contents, string fileName, out int weightsOffset)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(contents[NambLayout.WeightsOffsetOffset..]);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(contents[NambLayout.WeightCountOffset..]);
        if (offset + (sizeof(float) * (ulong)count) > (ulong)contents.Length)
            throw Refuse(fileName, $"byte {NambLayout.WeightCountOffset}", $"{count} weights from byte {offset}", $"all of them within {contents.Length} bytes", Remedies.Damaged);
        if (offset < NambLayout.ModelOffset || offset % sizeof(float) != 0)
            throw Refuse(fileName, $"byte {NambLayout.WeightsOffsetOffset}", $"weights from byte {offset}", $"a multiple of {sizeof(float)} from {NambLayout.ModelOffset} up", Remedies.Damaged);
        weightsOffset = (int)offset;
        return contents.Slice(weightsOffset, (int)count * sizeof(float));
    }

    private static NativeBuffer<float> CopyWeights(ReadOnlySpan<byte> bytes, ModelConfig config, string fileName)
    {
        var expected = WeightCount.Of(config);
        var count = bytes.Length / sizeof(float);
        if (count != expected)
            throw Refuse(fileName, $"byte {NambLayout.WeightCountOffset}", $"{count} weights", $"{expected} for this configuration", Remedies.Damaged);
        var weights = new NativeBuffer<float>(count);
        for (var i = 0; i < count; i++)
        {
            var weight = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            if (!float.IsFinite(weight))
            {
                weights.Dispose();
                throw Refuse(fileName, $"weight {i}", weight.ToString(), "a finite number", Remedies.Damaged);
            }

            weights[i] = weight;
        }

        return weights;
    }

    private static FileFormatException Refuse(string file, string location, string found, string expected, string remedy) =>
        new(file, location, found, expected, remedy);
}
