namespace NamPlugin.Cli.Pictures;

/// <summary>A rounded panel with a title, a legend, two axes with grid and labels, and a plot area in which curves are drawn.</summary>
internal sealed class PlotPanel
{
    private const double LabelMargin = 62;
    private const double LabelPadding = 22;
    private const double TitleHeight = 30;
    private const double TimeLabelHeight = 26;
    private const double RightMargin = 16;
    private const double LegendGap = 18;
    private const double ColorBarWidth = 120;

    private readonly Canvas _canvas;

    public PlotPanel(Canvas canvas, Box box, string title, Axis horizontal, Axis vertical, params ReadOnlySpan<LegendEntry> legend)
        : this(canvas, box, title, horizontal, vertical, besidePlot: 0, legend)
    {
    }

    /// <summary>A panel with room for something else beside the plot.</summary>
    public PlotPanel(Canvas canvas, Box box, string title, Axis horizontal, Axis vertical, double besidePlot, params ReadOnlySpan<LegendEntry> legend)
    {
        _canvas = canvas;
        Horizontal = horizontal;
        Vertical = vertical;
        canvas.FillRounded(box, 8, Theme.Panel);
        var labels = vertical.Ticks.Count == 0 ? 0 : vertical.Ticks.Max(static tick => StrokeFont.Measure(tick.Label, Theme.LabelSize));
        Plot = box.Inset(Math.Max(LabelMargin, labels + LabelPadding), TitleHeight, RightMargin + besidePlot, TimeLabelHeight);
        canvas.FillRectangle(Plot, Theme.Plot);
        StrokeFont.Draw(canvas, new Point(box.Left + 14, box.Top + 20), title, Theme.PanelTitleSize, Theme.Text);
        DrawLegend(box, legend);
        DrawLabels();
    }

    public Axis Horizontal { get; }

    public Axis Vertical { get; }

    /// <summary>Where curves go.</summary>
    public Box Plot { get; }

    public double X(double value) => Plot.Left + (Horizontal.Position(value) * Plot.Width);

    public double Y(double value) => Plot.Bottom - (Vertical.Position(value) * Plot.Height);

    /// <summary>Lines at the labels. Called before curves are drawn, or after an image that fills the plot.</summary>
    public void DrawGrid(double opacity = 1)
    {
        DrawVerticalGrid(opacity);
        var line = 1.0 / _canvas.Scale;
        foreach (var tick in Vertical.Ticks)
            _canvas.FillRectangle(new Box(Plot.Left, Y(tick.Value) - (line / 2), Plot.Right, Y(tick.Value) + (line / 2)), Theme.Grid.WithOpacity(opacity));
    }

    /// <summary>The lines of the horizontal axis alone.</summary>
    public void DrawVerticalGrid(double opacity = 1)
    {
        var line = 1.0 / _canvas.Scale;
        foreach (var tick in Horizontal.Ticks)
            _canvas.FillRectangle(new Box(X(tick.Value) - (line / 2), Plot.Top, X(tick.Value) + (line / 2), Plot.Bottom), Theme.Grid.WithOpacity(opacity));
    }

    /// <summary>The largest and smallest sample of every pixel column, as a filled band.</summary>
    public void DrawWaveform(ReadOnlySpan<float> samples, Rgba color)
    {
        var columns = (int)(Plot.Width * _canvas.Scale);
        var column = 1.0 / _canvas.Scale;
        for (var i = 0; i < columns; i++)
        {
            var from = (int)((long)samples.Length * i / columns);
            var to = Math.Min(samples.Length, Math.Max(from + 1, (int)((long)samples.Length * (i + 1) / columns) + 1));
            if (from >= to)
                continue;
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (var sample in samples[from..to])
            {
                low = Math.Min(low, sample);
                high = Math.Max(high, sample);
            }

            var top = Math.Max(Plot.Top, Y(high) - 0.3);
            var bottom = Math.Min(Plot.Bottom, Y(low) + 0.3);
            _canvas.FillRectangle(new Box(Plot.Left + (i * column), top, Plot.Left + ((i + 1) * column), bottom), color);
        }
    }

    /// <summary>A line through points given in the units of the axes.</summary>
    public void DrawCurve(ReadOnlySpan<Point> values, Rgba color, double thickness = 1.6)
    {
        var points = new Point[values.Length];
        for (var i = 0; i < values.Length; i++)
            points[i] = new Point(X(values[i].X), Y(values[i].Y));
        _canvas.Stroke(points, thickness, color, Plot);
    }

    /// <summary>Fills the area below a line.</summary>
    public void FillBelow(ReadOnlySpan<Point> values, Rgba color)
    {
        var column = 1.0 / _canvas.Scale;
        var segment = 0;
        for (var x = Plot.Left; x < Plot.Right; x += column)
        {
            var value = Horizontal.Value((x + (column / 2) - Plot.Left) / Plot.Width);
            while (segment < values.Length - 2 && values[segment + 1].X <= value)
                segment++;
            var (a, b) = (values[segment], values[Math.Min(segment + 1, values.Length - 1)]);
            var share = b.X > a.X ? Math.Clamp((value - a.X) / (b.X - a.X), 0, 1) : 1;
            _canvas.FillRectangle(new Box(x, Y(a.Y + (share * (b.Y - a.Y))), x + column, Plot.Bottom), color);
        }
    }

    /// <summary>Paints every pixel of the plot: the function gets the column and the span of values that the pixel stands for.</summary>
    public void DrawImage(Func<int, double, double, Rgba> colorOf)
    {
        var (left, top) = ((int)Math.Round(Plot.Left * _canvas.Scale), (int)Math.Round(Plot.Top * _canvas.Scale));
        for (var row = 0; row < PixelRows; row++)
        {
            var (from, to) = (Vertical.Value(1 - ((row + 1.0) / PixelRows)), Vertical.Value(1 - ((double)row / PixelRows)));
            for (var column = 0; column < PixelColumns; column++)
                _canvas.BlendPixel(left + column, top + row, colorOf(column, from, to));
        }
    }

    /// <summary>Pixels across the plot.</summary>
    public int PixelColumns => (int)Math.Round(Plot.Width * _canvas.Scale);

    private int PixelRows => (int)Math.Round(Plot.Height * _canvas.Scale);

    /// <summary>A key to the colours of an image, where other panels have their legend.</summary>
    public void DrawColorBar(ColorMap map, string lowest, string highest)
    {
        var (baseline, right) = (Plot.Top - TitleHeight + 20, Plot.Right - StrokeFont.Measure(highest, Theme.LabelSize));
        var bar = new Box(right - 8 - ColorBarWidth, baseline - 8.5, right - 8, baseline + 0.5);
        var column = 1.0 / _canvas.Scale;
        for (var x = bar.Left; x < bar.Right; x += column)
            _canvas.FillRectangle(bar with { Left = x }, map.At((x - bar.Left) / ColorBarWidth));
        StrokeFont.Draw(_canvas, new Point(right, baseline), highest, Theme.LabelSize, Theme.SecondaryText);
        StrokeFont.Draw(_canvas, new Point(bar.Left - 8, baseline), lowest, Theme.LabelSize, Theme.SecondaryText, TextAlignment.Right);
    }

    private void DrawLegend(Box box, ReadOnlySpan<LegendEntry> legend)
    {
        var x = box.Right - RightMargin;
        for (var i = legend.Length - 1; i >= 0; i--)
        {
            x -= StrokeFont.Measure(legend[i].Text, Theme.LabelSize);
            StrokeFont.Draw(_canvas, new Point(x, box.Top + 20), legend[i].Text, Theme.LabelSize, Theme.SecondaryText);
            _canvas.FillRounded(new Box(x - 16, box.Top + 11.5, x - 6, box.Top + 20.5), 2.5, legend[i].Color);
            x -= LegendGap + 16;
        }
    }

    private void DrawLabels()
    {
        foreach (var tick in Vertical.Ticks)
            StrokeFont.Draw(_canvas, new Point(Plot.Left - 8, Math.Clamp(Y(tick.Value) + 4, Plot.Top + 8, Plot.Bottom)), tick.Label, Theme.LabelSize, Theme.SecondaryText, TextAlignment.Right);
        foreach (var tick in Horizontal.Ticks)
        {
            var width = StrokeFont.Measure(tick.Label, Theme.LabelSize);
            var x = Math.Clamp(X(tick.Value) - (width / 2), Plot.Left, Plot.Right - width);
            StrokeFont.Draw(_canvas, new Point(x, Plot.Bottom + 17), tick.Label, Theme.LabelSize, Theme.SecondaryText);
        }
    }
}
