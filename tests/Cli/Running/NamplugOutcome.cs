using System.Text;
using System.Text.Json.Nodes;

namespace NamPlugin.Cli.Tests.Running;

/// <summary>How a run ended.</summary>
internal sealed record NamplugOutcome(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>stdout as the JSON objects it must consist of, one per line.</summary>
    public IReadOnlyList<JsonObject> JsonLines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>Asserts the exit code; on failure the test shows what the run said.</summary>
    public NamplugOutcome ExitsWith(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode} instead of {code}\nstdout: {Output}\nstderr: {Error}");
        return this;
    }

    /// <summary>Asserts that stderr says something.</summary>
    public NamplugOutcome Says(string text)
    {
        Assert.Contains(text, Error, StringComparison.Ordinal);
        return this;
    }
}
