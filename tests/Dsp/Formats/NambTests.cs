using System.Buffers.Binary;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Namb;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>`.namb` version 1 against the conversions of the format's original converter, and against files that lie.</summary>
public sealed class NambTests
{
    private const int MetadataOffset = 32;
    private const int ModelOffset = 80;

    [Fact]
    public void Golden_conversions_equal_their_sources_and_are_written_byte_by_byte()
    {
        foreach (var file in GoldenMaterial.Files("namb", "*.namb").Where(static file => !Path.GetFileName(file).StartsWith("reject_", StringComparison.Ordinal)))
        {
            using var source = ModelFile.Load(GoldenMaterial.PathOf("models", $"{Path.GetFileNameWithoutExtension(file)}.nam"));
            AssertConversion(source, file);
        }
    }

    [Fact]
    public void Reference_conversions_equal_their_sources_and_are_written_byte_by_byte()
    {
        var folder = SharedMaterial.Require("reference");
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "namb"), "*.namb"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name.StartsWith("reject_", StringComparison.Ordinal))
            {
                Assert.Throws<FileFormatException>(() => ModelFile.Load(file).Dispose());
                continue;
            }

            var (model, size) = name.Split('@') is [var stem, var value] ? (stem, value) : (name, null);
            using var source = ModelFile.Load(Path.Combine(folder, "models", $"{model}.nam"));
            var submodel = source.Config is ContainerConfig container ? container.Submodels[size == "0" ? 0 : ^1].Model : source;
            AssertConversion(submodel, file);
        }
    }

    [Theory]
    [InlineData("a2_post_head", "config.head", "a post-stack head")]
    [InlineData("a2_head_dilation", "config.layers[0].head.head_dilation", "a head dilation of 5")]
    [InlineData("slim_default4", "config.layers[0].slimmable", "a list of widths")]
    [InlineData("container_mixed", "config", "a SlimmableContainer")]
    [InlineData("cond_everything", "config.head", "a post-stack head")]
    public void What_version_1_cannot_hold_is_refused_by_name(string name, string location, string found)
    {
        using var model = ModelFile.Load(GoldenMaterial.PathOf("models", $"{name}.nam"));
        var error = Assert.Throws<FileFormatException>(() => NambWriter.Write(model, "out.namb"));
        Assert.Equal("out.namb", error.File);
        Assert.Equal(location, error.Location);
        Assert.Equal(found, error.Found);
        Assert.Contains(".nam", error.Remedy);
    }

    [Theory]
    [InlineData("{\"receptive_field\":2,\"bias\":false,\"implementation\":\"fft\"}", "config.implementation")]
    [InlineData("{\"receptive_field\":2,\"bias\":false,\"in_channels\":256}", "config.in_channels")]
    public void A_Linear_that_version_1_cannot_hold_is_refused_by_name(string config, string location)
    {
        using var model = NamText.Read(NamText.Linear.Replace("{\"receptive_field\":2,\"bias\":false}", config));
        Assert.Equal(location, Assert.Throws<FileFormatException>(() => NambWriter.Write(model, "out.namb")).Location);
    }

    [Fact]
    public void A_condition_inside_a_condition_is_refused()
    {
        var innermost = NamText.WaveNet();
        var inner = NamText.WaveNet(extraConfigKeys: $",\"condition_dsp\":{innermost}");
        using var model = NamText.Read(NamText.WaveNet(extraConfigKeys: $",\"condition_dsp\":{inner}"));
        Assert.Equal("config.condition_dsp", Assert.Throws<FileFormatException>(() => NambWriter.Write(model, "out.namb")).Location);
    }

    [Fact]
    public void Bytes_behind_the_stated_size_are_ignored()
    {
        byte[] longer = [.. LinearFile(), 1, 2, 3];
        using var model = NambReader.Read(longer, "test.namb");
        Assert.Equal([0.5f, -0.25f], model.Weights.Span.ToArray());
    }

    [Fact]
    public void A_head_kernel_of_0_means_1()
    {
        using var source = NamText.Read(NamText.WaveNet());
        var bytes = NambWriter.Write(source, "test.namb").ToArray();
        const int HeadKernelOffset = ModelOffset + 4 + 4 + (5 * sizeof(ushort));
        Assert.Equal(1, bytes[HeadKernelOffset]);
        bytes[HeadKernelOffset] = 0;
        Seal(bytes);
        using var model = NambReader.Read(bytes, "test.namb");
        ModelComparison.AssertSame(source, model);
    }

    [Theory]
    [InlineData(12, 0x59000000, "byte 16")] // Weights far beyond the file.
    [InlineData(12, 40, "byte 12")] // Weights inside the metadata.
    [InlineData(12, 90, "byte 12")] // Weights off the grid of four bytes.
    [InlineData(16, -1, "byte 16")]
    [InlineData(16, 1, "byte 16")]
    [InlineData(8, 79, "byte 8")]
    [InlineData(8, int.MaxValue, "")]
    [InlineData(82, 9, "byte 82")] // A configuration size that is not that of the configuration.
    [InlineData(80, 3, "byte 82")] // A Linear that calls itself a WaveNet.
    [InlineData(84, -5, "byte 84, receptive_field")]
    [InlineData(84, int.MaxValue, "byte 84, receptive_field")]
    public void A_header_that_lies_is_refused_where_it_lies(int offset, int value, string location)
    {
        var bytes = LinearFile();
        if (offset is 80 or 82)
            bytes[offset] = (byte)value;
        else
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
        Seal(bytes);
        var error = Assert.Throws<FileFormatException>(() => NambReader.Read(bytes, "test.namb").Dispose());
        if (offset != 80)
            Assert.Equal(location, error.Location);
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_refused()
    {
        var bytes = LinearFile();
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(bytes.Length - sizeof(float)), float.NaN);
        Seal(bytes);
        Assert.Equal("weight 1", Assert.Throws<FileFormatException>(() => NambReader.Read(bytes, "test.namb").Dispose()).Location);
    }

    [Fact]
    public void A_loudness_that_is_not_finite_costs_a_warning()
    {
        var bytes = LinearFile();
        bytes[MetadataOffset + 3] = 1;
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(MetadataOffset + 12), double.PositiveInfinity);
        Seal(bytes);
        using var model = NambReader.Read(bytes, "test.namb");
        Assert.Null(model.Metadata.LoudnessDb);
        Assert.Single(model.Warnings);
    }

    [Fact]
    public void A_version_beyond_the_newest_known_one_is_accepted_with_a_warning()
    {
        var bytes = LinearFile();
        (bytes[MetadataOffset + 1], bytes[MetadataOffset + 2]) = (7, 2);
        Seal(bytes);
        using var model = NambReader.Read(bytes, "test.namb");
        Assert.Contains("0.7.2", Assert.Single(model.Warnings));
    }

    private static byte[] LinearFile()
    {
        using var model = NamText.Read(NamText.Linear);
        return NambWriter.Write(model, "test.namb").ToArray();
    }

    private static void AssertConversion(NamModel source, string file)
    {
        using var model = ModelFile.Load(file);
        ModelComparison.AssertSame(source, model, withMetadata: false);
        Assert.Equal(source.Metadata.LoudnessDb, model.Metadata.LoudnessDb);
        Assert.Equal(source.Metadata.InputLevelDbu, model.Metadata.InputLevelDbu);
        Assert.Equal(source.Metadata.OutputLevelDbu, model.Metadata.OutputLevelDbu);
        Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(NambWriter.Write(source, file).Span), file);
    }

    /// <summary>Makes the checksum right again, so that what it covers is looked at.</summary>
    private static void Seal(byte[] bytes) => NambChecksum.Fix(bytes);
}
