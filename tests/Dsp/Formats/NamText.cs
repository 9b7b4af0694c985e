using System.Text;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Small `.nam` texts to vary in tests.</summary>
internal static class NamText
{
    public const string FileName = "test.nam";

    public const string Linear = """{"version":"0.5.4","architecture":"Linear","config":{"receptive_field":2,"bias":false},"weights":[0.5,-0.25]}""";

    public static NamModel Read(string text) => NamReader.Read(Encoding.UTF8.GetBytes(text), FileName);

    public static FileFormatException Refused(string text)
    {
        var error = Assert.Throws<FileFormatException>(() => Read(text).Dispose());
        Assert.Equal(FileName, error.File);
        return error;
    }

    /// <summary>A WaveNet of one array with one layer and one channel; 9 weights unless the extra keys change that.</summary>
    public static string WaveNet(string extraLayerKeys = "", string extraConfigKeys = "", int weights = 9, string activation = "\"Tanh\"")
    {
        var list = string.Join(',', Enumerable.Range(1, weights).Select(static i => i / 16.0));
        return $$"""
            {"version":"0.7.0","architecture":"WaveNet","config":{"layers":[{"input_size":1,"condition_size":1,"channels":1,"kernel_size":1,
            "dilations":[1],"activation":{{activation}},"head_size":1,"head_bias":true{{extraLayerKeys}}}],"head_scale":1{{extraConfigKeys}}},
            "weights":[{{list}}]}
            """;
    }

    public static LayerArrayConfig OnlyArray(NamModel model) => Assert.Single(((WaveNetConfig)model.Config).Arrays);
}
