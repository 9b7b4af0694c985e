namespace NamPlugin.Plugin.Presets;

/// <summary>The words of what a preset says about itself, inside of <see cref="State.StateKeys.Preset"/>. They are for ever.</summary>
internal static class PresetKeys
{
    /// <summary>Name for people.</summary>
    public static ReadOnlySpan<byte> Name => "name"u8;

    /// <summary>Who made it.</summary>
    public static ReadOnlySpan<byte> Author => "author"u8;

    /// <summary>What it sounds like.</summary>
    public static ReadOnlySpan<byte> Description => "description"u8;

    /// <summary>A list of words.</summary>
    public static ReadOnlySpan<byte> Tags => "tags"u8;

    /// <summary>Version of the plugin that saved it.</summary>
    public static ReadOnlySpan<byte> Version => "version"u8;
}
