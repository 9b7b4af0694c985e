namespace NamPlugin.Cli.Pictures;

/// <summary>A place on a canvas, y down.</summary>
internal readonly record struct Point(double X, double Y);
