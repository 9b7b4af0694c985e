using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_color</c>.</summary>
internal struct ClapColor
{
    public byte Alpha;
    public byte Red;
    public byte Green;
    public byte Blue;

    /// <summary>The colour behind a pointer; null for none.</summary>
    public static unsafe ArgbColor? Read(ClapColor* color) => color == null ? null : new ArgbColor(color->Alpha, color->Red, color->Green, color->Blue);
}
