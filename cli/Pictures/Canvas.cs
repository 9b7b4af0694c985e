namespace NamPlugin.Cli.Pictures;

/// <summary>
/// An opaque picture and the few shapes that plots are made of, all anti-aliased. Coordinates are logical, x to the right and y down; every logical
/// unit is <see cref="Scale"/> pixels, so that pictures are sharp on dense screens.
/// </summary>
internal sealed class Canvas
{
    private readonly byte[] _rgb;
    private readonly float[] _coverage;

    public Canvas(int width, int height, Rgba background, int scale = 2)
    {
        Scale = scale;
        Width = width;
        Height = height;
        PixelWidth = width * scale;
        PixelHeight = height * scale;
        _rgb = new byte[PixelWidth * PixelHeight * 3];
        _coverage = new float[PixelWidth * PixelHeight];
        FillRectangle(new Box(0, 0, width, height), background);
    }

    public int Scale { get; }

    public int Width { get; }

    public int Height { get; }

    public int PixelWidth { get; }

    public int PixelHeight { get; }

    /// <summary>Red, green, blue of each pixel of a row, top row first.</summary>
    public ReadOnlySpan<byte> Row(int y) => _rgb.AsSpan(y * PixelWidth * 3, PixelWidth * 3);

    /// <summary>Fills a rectangle; edges between pixels are shared out.</summary>
    public void FillRectangle(Box box, Rgba color)
    {
        var (left, top, right, bottom) = (box.Left * Scale, box.Top * Scale, box.Right * Scale, box.Bottom * Scale);
        var (x0, x1) = (Math.Max(0, (int)Math.Floor(left)), Math.Min(PixelWidth, (int)Math.Ceiling(right)));
        var (y0, y1) = (Math.Max(0, (int)Math.Floor(top)), Math.Min(PixelHeight, (int)Math.Ceiling(bottom)));
        for (var y = y0; y < y1; y++)
        {
            var rowShare = Math.Min(bottom, y + 1) - Math.Max(top, y);
            for (var x = x0; x < x1; x++)
                BlendPixel(x, y, color, rowShare * (Math.Min(right, x + 1) - Math.Max(left, x)));
        }
    }

    /// <summary>Fills a rectangle with round corners.</summary>
    public void FillRounded(Box box, double radius, Rgba color)
    {
        var (centreX, centreY) = ((box.Left + box.Right) / 2 * Scale, (box.Top + box.Bottom) / 2 * Scale);
        var (halfX, halfY) = (((box.Right - box.Left) / 2 * Scale) - (radius * Scale), ((box.Bottom - box.Top) / 2 * Scale) - (radius * Scale));
        for (var y = Math.Max(0, (int)(box.Top * Scale) - 1); y < Math.Min(PixelHeight, (int)(box.Bottom * Scale) + 1); y++)
        {
            for (var x = Math.Max(0, (int)(box.Left * Scale) - 1); x < Math.Min(PixelWidth, (int)(box.Right * Scale) + 1); x++)
            {
                var dx = Math.Max(0, Math.Abs(x + 0.5 - centreX) - halfX);
                var dy = Math.Max(0, Math.Abs(y + 0.5 - centreY) - halfY);
                BlendPixel(x, y, color, (radius * Scale) + 0.5 - Math.Sqrt((dx * dx) + (dy * dy)));
            }
        }
    }

    /// <summary>
    /// Draws a line through points with round joints and ends; a single point becomes a dot. Where the line crosses itself it is no darker:
    /// the shape is gathered as coverage first and painted once.
    /// </summary>
    public void Stroke(ReadOnlySpan<Point> points, double thickness, Rgba color, Box? clip = null)
    {
        if (points.IsEmpty)
            return;
        var bounds = new PixelBounds(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        var area = clip ?? new Box(0, 0, Width, Height);
        for (var i = 0; i < Math.Max(1, points.Length - 1); i++)
            bounds = bounds.Union(Cover(points[i], points[Math.Min(i + 1, points.Length - 1)], thickness, area));
        for (var y = bounds.Top; y <= bounds.Bottom; y++)
        {
            for (var x = bounds.Left; x <= bounds.Right; x++)
            {
                ref var coverage = ref _coverage[(y * PixelWidth) + x];
                BlendPixel(x, y, color, coverage);
                coverage = 0;
            }
        }
    }

    /// <summary>Mixes a colour into one pixel, in pixel coordinates.</summary>
    public void BlendPixel(int x, int y, Rgba color, double coverage = 1)
    {
        var opacity = Math.Clamp(coverage, 0, 1) * color.A / 255;
        if (opacity <= 0)
            return;
        var pixel = _rgb.AsSpan(((y * PixelWidth) + x) * 3, 3);
        pixel[0] = (byte)(pixel[0] + ((color.R - pixel[0]) * opacity) + 0.5);
        pixel[1] = (byte)(pixel[1] + ((color.G - pixel[1]) * opacity) + 0.5);
        pixel[2] = (byte)(pixel[2] + ((color.B - pixel[2]) * opacity) + 0.5);
    }

    /// <summary>Notes how much of each pixel a capsule between two points covers.</summary>
    private PixelBounds Cover(Point from, Point to, double thickness, Box clip)
    {
        var reach = thickness * Scale / 2;
        var (ax, ay, bx, by) = (from.X * Scale, from.Y * Scale, to.X * Scale, to.Y * Scale);
        var (dx, dy) = (bx - ax, by - ay);
        var lengthSquared = (dx * dx) + (dy * dy);
        var bounds = new PixelBounds(
            (int)Math.Max(Math.Max(0, Math.Round(clip.Left * Scale)), Math.Min(ax, bx) - reach - 1),
            (int)Math.Max(Math.Max(0, Math.Round(clip.Top * Scale)), Math.Min(ay, by) - reach - 1),
            (int)Math.Min(Math.Min(PixelWidth, Math.Round(clip.Right * Scale)) - 1, Math.Max(ax, bx) + reach + 1),
            (int)Math.Min(Math.Min(PixelHeight, Math.Round(clip.Bottom * Scale)) - 1, Math.Max(ay, by) + reach + 1));
        for (var y = bounds.Top; y <= bounds.Bottom; y++)
        {
            for (var x = bounds.Left; x <= bounds.Right; x++)
            {
                var (px, py) = (x + 0.5 - ax, y + 0.5 - ay);
                var along = lengthSquared == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / lengthSquared, 0, 1);
                var (ox, oy) = (px - (along * dx), py - (along * dy));
                ref var coverage = ref _coverage[(y * PixelWidth) + x];
                coverage = Math.Max(coverage, (float)Math.Clamp(reach + 0.5 - Math.Sqrt((ox * ox) + (oy * oy)), 0, 1));
            }
        }

        return bounds;
    }

    private readonly record struct PixelBounds(int Left, int Top, int Right, int Bottom)
    {
        public PixelBounds Union(PixelBounds other)
            => other.Left > other.Right || other.Top > other.Bottom
                ? this
                : new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
    }
}
