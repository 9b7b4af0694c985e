namespace NamPlugin.Cli.Pictures;

/// <summary>A rectangle on a canvas, y down.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>The rectangle with its edges moved inwards.</summary>
    public Box Inset(double left, double top, double right, double bottom) => new(Left + left, Top + top, Right - right, Bottom - bottom);
}
