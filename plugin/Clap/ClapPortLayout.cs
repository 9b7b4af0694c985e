namespace NamPlugin.Plugin.Clap;

/// <summary>A way to connect the plugin: one port in, one out.</summary>
/// <param name="Id">Number in sessions. Never changes.</param>
/// <param name="Name">Name for people.</param>
/// <param name="InputChannels">Channels of the input port.</param>
/// <param name="OutputChannels">Channels of the output port.</param>
internal sealed record ClapPortLayout(uint Id, string Name, int InputChannels, int OutputChannels)
{
    /// <summary>The most channels of a port.</summary>
    public const int MostChannels = 2;

    /// <summary>What hosts get that do not choose.</summary>
    public static readonly ClapPortLayout Stereo = new(3, "Stereo", 2, 2);

    /// <summary>All of them, in the order of a host's menu.</summary>
    public static readonly ClapPortLayout[] All = [new(1, "Mono", 1, 1), new(2, "Mono to stereo", 1, 2), Stereo];

    /// <summary>The layout of an id, or null. [thread-safe]</summary>
    public static ClapPortLayout? Find(uint id)
    {
        foreach (var layout in All)
        {
            if (layout.Id == id)
                return layout;
        }

        return null;
    }

    /// <summary>Channels of the one port of a side. [thread-safe]</summary>
    public int ChannelsOf(bool isInput) => isInput ? InputChannels : OutputChannels;
}
