namespace NamPlugin.Cli.Pictures;

/// <summary>The colours of the plugin's editor, so that pictures and plugin look like one product.</summary>
internal static class Theme
{
    public static readonly Rgba Background = Rgba.FromHex(0x17181B);
    public static readonly Rgba Panel = Rgba.FromHex(0x202226);
    public static readonly Rgba Plot = Rgba.FromHex(0x191A1E);
    public static readonly Rgba Text = Rgba.FromHex(0xE8E8EA);
    public static readonly Rgba SecondaryText = Rgba.FromHex(0x9AA0A6);
    public static readonly Rgba Grid = Rgba.FromHex(0x2E3136);
    public static readonly Rgba Accent = Rgba.FromHex(0x4FB3BF);
    public static readonly Rgba Warn = Rgba.FromHex(0xE0A030);

    public const double TitleSize = 17;
    public const double PanelTitleSize = 12.5;
    public const double LabelSize = 11;
}
