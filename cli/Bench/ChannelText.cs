namespace NamPlugin.Cli.Bench;

/// <summary>Channels of a network as people write them.</summary>
internal static class ChannelText
{
    /// <summary>Such as 16/8 for arrays of different width, 3x24 for layers of the same, - where there are none.</summary>
    public static string Of(IReadOnlyList<int> channels) => channels.Count switch
    {
        0 => "-",
        1 => $"{channels[0]}",
        _ when channels.All(channel => channel == channels[0]) => $"{channels.Count}x{channels[0]}",
        _ => string.Join('/', channels),
    };

    /// <summary>A model with its channels; those that its name ends with are not repeated.</summary>
    public static string Named(BenchResult result)
    {
        var channels = Of(result.Channels);
        return result.Channels.Count == 0 || result.Model.EndsWith($"_{channels.Replace('/', '_')}", StringComparison.Ordinal) ? result.Model : $"{result.Model} ({channels} ch)";
    }
}
