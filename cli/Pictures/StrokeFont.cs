using System.Collections.Frozen;

namespace NamPlugin.Cli.Pictures;

/// <summary>
/// A small font of our own for axis labels: each letter is a few pen strokes on a grid, 14 units from baseline to cap height, 10 to the height of an x.
/// It is drawn with the canvas's round lines, so it needs no file, scales freely and is smooth at label sizes. Printable ASCII; anything else is a box.
/// </summary>
internal static class StrokeFont
{
    private const double CapHeight = 14;
    private const double Spacing = 3.6;
    private const double SpaceWidth = 4;
    private const int CurveSteps = 6;

    private static readonly Glyph Missing = Parse("-000e8e8000");

    private static readonly FrozenDictionary<char, Glyph> Glyphs = StrokeFontGlyphs.Paths.ToFrozenDictionary(pair => pair.Key, pair => Parse(pair.Value));

    /// <summary>Width of a line of text of a given size (the size is about 1.4 times the height of a capital, as with other fonts).</summary>
    public static double Measure(string text, double size)
    {
        var units = 0.0;
        foreach (var letter in text)
            units += Find(letter).Width + Spacing;
        return Math.Max(0, units - Spacing) * UnitsToLogical(size);
    }

    /// <summary>A text cut to a width, with dots where it was cut.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Measure(text, size) <= width)
            return text;
        while (text.Length > 0 && Measure(text + "...", size) > width)
            text = text[..^1];
        return text + "...";
    }

    /// <summary>Draws a line of text whose baseline starts at a point.</summary>
    public static void Draw(Canvas canvas, Point baseline, string text, double size, Rgba color, TextAlignment alignment = TextAlignment.Left)
    {
        var scale = UnitsToLogical(size);
        var x = alignment == TextAlignment.Left ? baseline.X : baseline.X - Measure(text, size);
        var points = new List<Point>();
        foreach (var letter in text)
        {
            var glyph = Find(letter);
            foreach (var stroke in glyph.Strokes)
            {
                points.Clear();
                foreach (var point in stroke)
                    points.Add(new Point(x + (point.X * scale), baseline.Y - (point.Y * scale)));
                canvas.Stroke([.. points], size * (stroke.Length == 1 ? 0.14 : 0.1), color);
            }

            x += (glyph.Width + Spacing) * scale;
        }
    }

    private static double UnitsToLogical(double size) => size * 0.72 / CapHeight;

    private static Glyph Find(char letter) => letter == ' ' ? new Glyph(SpaceWidth, []) : Glyphs.GetValueOrDefault(letter, Missing);

    private static Glyph Parse(string path)
    {
        var strokes = path.Split(' ').Select(ParseStroke).ToArray();
        return new Glyph(strokes.Max(stroke => stroke.Max(point => point.X)), strokes);
    }

    private static Point[] ParseStroke(string stroke)
    {
        var points = new Point[(stroke.Length - 1) / 2];
        for (var i = 0; i < points.Length; i++)
            points[i] = new Point(Coordinate(stroke[1 + (2 * i)]), Coordinate(stroke[2 + (2 * i)]));
        return stroke[0] switch
        {
            '~' => Smooth(points),
            '@' => SmoothClosed(points),
            _ => points,
        };
    }

    private static int Coordinate(char digit) => digit switch
    {
        <= '9' => digit - '0',
        <= 'g' => digit - 'a' + 10,
        _ => digit - 'z' - 1,
    };

    /// <summary>A quadratic B-spline: it starts and ends in the outer points and touches the middle of every side between the others.</summary>
    private static Point[] Smooth(Point[] controls)
    {
        var curve = new List<Point> { controls[0] };
        for (var i = 1; i < controls.Length - 1; i++)
            AddArc(curve, curve[^1], controls[i], i == controls.Length - 2 ? controls[^1] : Middle(controls[i], controls[i + 1]));
        return [.. curve];
    }

    private static Point[] SmoothClosed(Point[] controls)
    {
        var curve = new List<Point> { Middle(controls[^1], controls[0]) };
        for (var i = 0; i < controls.Length; i++)
            AddArc(curve, curve[^1], controls[i], Middle(controls[i], controls[(i + 1) % controls.Length]));
        return [.. curve];
    }

    private static void AddArc(List<Point> curve, Point from, Point control, Point to)
    {
        for (var step = 1; step <= CurveSteps; step++)
        {
            var t = (double)step / CurveSteps;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            curve.Add(new Point((a * from.X) + (b * control.X) + (c * to.X), (a * from.Y) + (b * control.Y) + (c * to.Y)));
        }
    }

    private static Point Middle(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private sealed record Glyph(double Width, Point[][] Strokes);
}
