namespace NamPlugin.Cli.Pictures;

/// <summary>A corner of the width's course over time; between corners it runs straight.</summary>
/// <param name="Seconds">From the start of the recording.</param>
/// <param name="Width">0 to 1.</param>
internal readonly record struct WidthPoint(double Seconds, double Width);
