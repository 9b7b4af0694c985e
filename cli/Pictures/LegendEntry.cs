namespace NamPlugin.Cli.Pictures;

/// <summary>A colour and what it stands for.</summary>
internal readonly record struct LegendEntry(Rgba Color, string Text);
