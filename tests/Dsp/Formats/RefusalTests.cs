using NamPlugin.Dsp.Formats;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>The committed files that no reader may take: each is refused at the right place, for the right reason.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("activation_array_length", "$.config.layers[0].activation", "1 entries")]
    [InlineData("activation_null", "$.config.layers[0].activation", "null")]
    [InlineData("activation_unknown", "$.config.layers[0].activation", "\"Softsigmoid\"")]
    [InlineData("architecture_unknown", "$.architecture", "\"Transformer\"")]
    [InlineData("bottleneck_without_layer1x1", "$.config.layers[0].bottleneck", "2")]
    [InlineData("condition_rate_mismatch", "$.config.condition_dsp.sample_rate", "44100 Hz")]
    [InlineData("condition_size_mismatch", "$.config.layers[0].condition_size", "3")]
    [InlineData("container_empty", "$.config.submodels", "no entries")]
    [InlineData("container_last_below_1", "$.config.submodels[2].max_value", "0.9")]
    [InlineData("container_nested_version", "$.config.submodels[0].model.version", "version 0.4.9")]
    [InlineData("container_rate_mismatch", "$.config.submodels[0].model.sample_rate", "44100 Hz")]
    [InlineData("container_unsorted", "$.config.submodels[1].max_value", "0.1")]
    [InlineData("convnet_extra", "$.weights", "227 weights")]
    [InlineData("empty", "", "an empty file")]
    [InlineData("film_without_head1x1", "$.config.layers[0].head1x1_post_film", "an active FiLM")]
    [InlineData("film_without_layer1x1", "$.config.layers[0].layer1x1_post_film", "an active FiLM")]
    [InlineData("gating_mode_uppercase", "$.config.layers[0].gating_mode", "\"GATED\"")]
    [InlineData("groups_do_not_divide", "$.config.layers[0].groups_input", "3 groups")]
    [InlineData("head_size_mismatch", "$.config.layers[1].channels", "3")]
    [InlineData("kernel_both", "$.config.layers[0].kernel_sizes", "both kernel_size and kernel_sizes")]
    [InlineData("kernel_none", "$.config.layers[0]", "neither kernel_size nor kernel_sizes")]
    [InlineData("kernel_sizes_length", "$.config.layers[0].kernel_sizes", "2 entries")]
    [InlineData("layers_empty", "$.config.layers", "no layer arrays")]
    [InlineData("linear_count", "$.weights", "200 weights")]
    [InlineData("linear_implementation", "$.config.implementation", "\"gpu\"")]
    [InlineData("missing_architecture", "$", "no key \"architecture\"")]
    [InlineData("missing_config", "$", "no key \"config\"")]
    [InlineData("missing_version", "$", "no key \"version\"")]
    [InlineData("missing_weights", "$", "no key \"weights\"")]
    [InlineData("no_head", "$.config.layers[0]", "no head")]
    [InlineData("not_json", "line 1, byte 22", "invalid JSON (Expected start of a property name or value, but instead reached end of data)")]
    [InlineData("post_head_in_channels", "$.config.head.in_channels", "9")]
    [InlineData("root_array", "$", "an array")]
    [InlineData("sample_rate_null", "$.sample_rate", "null")]
    [InlineData("short_weights_lstm", "$.weights", "342 weights")]
    [InlineData("short_weights_wavenet", "$.weights", "391 weights")]
    [InlineData("slim_groups_reduced", "$.config.layers[0].groups_input", "2")]
    [InlineData("slim_head_kernel_reduced", "$.config.layers[0].head.kernel_size", "16")]
    [InlineData("slim_last_not_full", "$.config.layers[0].slimmable.kwargs.allowed_channels", "a last width of 2")]
    [InlineData("slim_method_unknown", "$.config.layers[0].slimmable.method", "\"prune\"")]
    [InlineData("slim_post_head", "$.config.layers[0].slimmable", "a list of widths and a post-stack head")]
    [InlineData("slim_unsorted", "$.config.layers[0].slimmable.kwargs.allowed_channels", "1 after 2")]
    [InlineData("version_0_4_0", "$.version", "version 0.4.0")]
    [InlineData("version_0_7", "$.version", "\"0.7\"")]
    [InlineData("version_0_7_0_beta", "$.version", "\"0.7.0-beta\"")]
    [InlineData("version_0_8_0", "$.version", "version 0.8.0")]
    [InlineData("version_1_0_0", "$.version", "version 1.0.0")]
    [InlineData("weights_one_extra", "$.weights", "395 weights")]
    public void A_broken_nam_is_refused_where_it_is_broken(string name, string location, string found)
    {
        var error = Assert.Throws<FileFormatException>(() => ModelFile.Load(GoldenMaterial.PathOf("reject", $"{name}.nam")).Dispose());

        Assert.Equal($"{name}.nam", error.File);
        Assert.Equal(location, error.Location);
        Assert.Equal(found, error.Found);
        Assert.NotEmpty(error.Expected);
        Assert.EndsWith(".", error.Remedy);
    }

    [Fact]
    public void Every_broken_nam_is_listed_above()
    {
        var listed = typeof(RefusalTests).GetMethod(nameof(A_broken_nam_is_refused_where_it_is_broken))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(static attribute => $"{attribute.Data[0]}.nam");
        var present = GoldenMaterial.Files("reject", "*.nam").Select(static path => Path.GetFileName(path)).Where(static name => !name.StartsWith("accept_", StringComparison.Ordinal));
        Assert.Equal(present, listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Unknown_keys_and_null_metadata_are_accepted()
    {
        using var model = ModelFile.Load(GoldenMaterial.PathOf("reject", "accept_notes_and_null_metadata.nam"));
        Assert.Empty(model.Warnings);
    }

    [Fact]
    public void A_version_beyond_the_newest_known_one_is_accepted_with_a_warning()
    {
        using var model = ModelFile.Load(GoldenMaterial.PathOf("reject", "accept_version_0_7_9_warns.nam"));
        Assert.Equal("$.version: version 0.7.9 is newer than 0.7.0; what it added is ignored.", Assert.Single(model.Warnings));
    }

    [Theory]
    [InlineData("reject_bad_crc", "byte 24", "checksum C619E892")]
    [InlineData("reject_format_version2", "byte 4", ".namb version 2")]
    [InlineData("reject_magic_as_text", "byte 0", "the bytes 4E414D42")]
    [InlineData("reject_nam_version_0_9_4", "byte 32", "model version 0.9.4")]
    [InlineData("reject_post_head_flag", "byte 85", "a post-stack head")]
    [InlineData("reject_truncated", "", "368 bytes")]
    [InlineData("reject_unknown_arch", "byte 80", "architecture 9")]
    [InlineData("reject_weights_beyond_file", "byte 16", "71 weights from byte 96")]
    public void A_broken_namb_is_refused_where_it_is_broken(string name, string location, string found)
    {
        var error = Assert.Throws<FileFormatException>(() => ModelFile.Load(GoldenMaterial.PathOf("namb", $"{name}.namb")).Dispose());

        Assert.Equal(location, error.Location);
        Assert.Equal(found, error.Found);
    }
}
