namespace NamPlugin.Cli.Pictures;

/// <summary>Which part of a line of text stands at its point.</summary>
internal enum TextAlignment
{
    Left,
    Right,
}
