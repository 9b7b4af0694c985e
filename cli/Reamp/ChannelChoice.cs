namespace NamPlugin.Cli.Reamp;

/// <summary>Which channels of a recording go through the amp.</summary>
internal enum ChannelChoice
{
    /// <summary>Every channel through an amp of its own; the output has as many channels as the input.</summary>
    Dual,

    /// <summary>The first channel; mono output.</summary>
    Left,

    /// <summary>The second channel; mono output.</summary>
    Right,

    /// <summary>The mean of all channels; mono output.</summary>
    Mix,
}
