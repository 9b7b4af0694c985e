using System.Text;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Models;
using NamPlugin.Tests.Support;
using static NamPlugin.Dsp.Tests.Formats.NamText;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Files made to break a reader end in an error that names the place, without taking the memory they ask for.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("NaN", 103)]
    [InlineData("-Infinity", 104)]
    public void Literals_that_are_no_numbers_are_named(string literal, int place)
    {
        var error = Refused(Linear.Replace("-0.25", literal));
        Assert.Equal($"line 1, byte {place}", error.Location);
        Assert.Equal("a value that is not a finite number", error.Found);
    }

    [Theory]
    [InlineData("1e39", "1e39")]
    [InlineData("-1e999", "-1e999")]
    [InlineData("null", "null")]
    [InlineData("\"0.5\"", "\"0.5\"")]
    [InlineData("[0.5]", "an array")]
    public void A_weight_that_is_no_float_is_refused_at_its_index(string weight, string found)
    {
        var error = Refused(Linear.Replace("-0.25", weight));
        Assert.Equal("$.weights[1]", error.Location);
        Assert.Equal(found, error.Found);
    }

    [Theory]
    [InlineData("\"version\":\"0.5.4\",", "\"version\":\"0.5.4\",\"version\":\"0.5.4\",", "$.version")]
    [InlineData("\"weights\":", "\"weights\":[],\"weights\":", "$.weights")]
    [InlineData("\"weights\":", "\"w\\u0065ights\":[],\"weights\":", "$.weights")]
    [InlineData("\"bias\":false", "\"bias\":false,\"bias\":true", "$.config.bias")]
    public void A_key_that_occurs_twice_is_refused(string once, string twice, string location) =>
        Assert.Equal(location, Refused(Linear.Replace(once, twice)).Location);

    [Fact]
    public void Unknown_keys_may_occur_twice() => Read(Linear.Replace("{\"version\"", "{\"note\":1,\"note\":[{}],\"version\"")).Dispose();

    [Fact]
    public void Structure_deeper_than_any_model_is_refused()
    {
        foreach (var depth in new[] { 65, 1000, 100_000 })
        {
            var nested = new string('[', depth) + new string(']', depth);
            Assert.Contains("depth", Refused(Linear.Replace("{\"version\"", $"{{\"x\":{nested},\"version\"")).Found);
        }
    }

    [Fact]
    public void Models_inside_models_have_a_limit()
    {
        Read(Nest(ModelLimits.Nesting - 1)).Dispose();
        Assert.Equal("one more model inside a model", Refused(Nest(ModelLimits.Nesting)).Found);

        static string Nest(int containers)
        {
            var text = Linear;
            for (var i = 0; i < containers; i++)
                text = $$"""{"version":"0.7.0","architecture":"SlimmableContainer","config":{"submodels":[{"max_value":1,"model":{{text}}}]},"weights":[]}""";
            return text;
        }
    }

    [Theory]
    [InlineData("\"channels\":1", "\"channels\":2000000000", "$.config.layers[0].channels")]
    [InlineData("\"channels\":1", "\"channels\":0", "$.config.layers[0].channels")]
    [InlineData("\"channels\":1", "\"channels\":-3", "$.config.layers[0].channels")]
    [InlineData("\"channels\":1", "\"channels\":4096", "$.config")]
    [InlineData("\"kernel_size\":1", "\"kernel_size\":2147483647", "$.config.layers[0].kernel_sizes[0]")]
    [InlineData("\"kernel_size\":1,\n\"dilations\":[1]", "\"kernel_size\":3,\"dilations\":[16777216]", "$.config.layers[0].dilations")]
    [InlineData("\"dilations\":[1]", "\"dilations\":[0]", "$.config.layers[0].dilations[0]")]
    [InlineData("\"dilations\":[1]", "\"dilations\":[]", "$.config.layers[0].dilations")]
    public void Sizes_that_no_machine_could_hold_are_refused_before_anything_is_allocated(string plain, string hostile, string location)
    {
        var text = WaveNet(",\"slimmable\":null").ReplaceLineEndings("\n");
        Assert.Contains(plain, text);
        text = text.Replace(plain, hostile);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(location, Refused(text).Location);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 << 10);
    }

    [Fact]
    public void Millions_of_zeros_cost_no_memory_beyond_the_file()
    {
        const int Zeros = 8 << 20;
        var bytes = new byte[(Linear.Length + (2 * Zeros)) + 16];
        var length = Encoding.UTF8.GetBytes(Linear.AsSpan(0, Linear.IndexOf("0.5,", StringComparison.Ordinal)), bytes);
        for (var i = 0; i < Zeros; i++)
        {
            bytes[length++] = (byte)'0';
            bytes[length++] = (byte)',';
        }

        length += Encoding.UTF8.GetBytes("0]}", bytes.AsSpan(length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<FileFormatException>(() => NamReader.Read(bytes.AsSpan(0, length), FileName).Dispose());
        Assert.Equal($"{Zeros + 1} weights", error.Found);
        Assert.Equal("2 for this configuration", error.Expected);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 << 10);
    }

    [Fact]
    public void Millions_of_brackets_are_refused()
    {
        var list = string.Join(',', Enumerable.Repeat("[]", 1 << 20));
        Assert.Contains("more than a million", Refused(Linear.Replace("{\"version\"", $"{{\"x\":[{list}],\"version\"")).Found);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_by_its_size()
    {
        var bytes = new byte[ModelLimits.FileBytes + 1];
        bytes.AsSpan().Fill((byte)' ');
        Assert.Equal($"{bytes.Length} bytes", Assert.Throws<FileFormatException>(() => NamReader.Read(bytes, FileName).Dispose()).Found);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    [InlineData("x\\ud800x")]
    public void Half_a_character_is_refused(string escape) =>
        Assert.Equal("a string with half a surrogate pair", Refused(Linear.Replace("{\"version\"", $"{{\"x\":\"{escape}\",\"version\"")).Found);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(Linear.Replace("{\"version\"", "{\"\u00E9\":1,\"version\""));
        Assert.Equal("bytes that are not UTF-8", Assert.Throws<FileFormatException>(() => NamReader.Read(bytes, FileName).Dispose()).Found);
    }

    [Fact]
    public void UTF16_is_refused() =>
        Assert.Throws<FileFormatException>(() => NamReader.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Linear)], FileName).Dispose());

    [Fact]
    public void A_missing_file_or_a_folder_is_an_error_of_the_same_kind()
    {
        var error = Assert.Throws<FileFormatException>(() => ModelFile.Load("/nonexistent/x.nam").Dispose());
        Assert.Equal("no such file", error.Found);
        Assert.Equal("/nonexistent/x.nam", error.File);
        Assert.Equal("a folder, or a file that may not be read", Assert.Throws<FileFormatException>(() => ModelFile.Load(Path.GetTempPath()).Dispose()).Found);
    }

    // Opening a pipe waits until somebody writes into it: a host that loads a session would hang.
    [Fact]
    public void A_pipe_or_a_device_is_refused_before_it_is_opened()
    {
        var folder = Directory.CreateTempSubdirectory("namplug-").FullName;
        try
        {
            var pipe = NamedPipe.Create(Path.Combine(folder, "pipe.nam"));
            var link = File.CreateSymbolicLink(Path.Combine(folder, "link.nam"), pipe).FullName;

            Assert.Equal($"{pipe}: found a pipe, expected a readable model file. Save its contents as a file and choose that.", Refusal(pipe).Message);
            Assert.Equal("a pipe", Refusal(link).Found);
            Assert.Equal("a device", Refusal("/dev/zero").Found);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static FileFormatException Refusal(string path) => Assert.Throws<FileFormatException>(() => ModelFile.Load(path).Dispose());
    }

    [Fact]
    public void Long_values_and_keys_are_shortened_in_messages()
    {
        var error = Refused(Linear.Replace("\"receptive_field\":2", $"\"receptive_field\":\"{new string('x', 100_000)}\""));
        Assert.InRange(error.Message.Length, 1, 400);
    }
}
