namespace NamPlugin.Cli.Pictures;

/// <summary>What <c>bench</c> draws: how much of a core each capture takes, beside the least it could take.</summary>
internal static class CostPicture
{
    private const int Width = 1000;
    private const double Margin = 16;
    private const double Top = 76;
    private const double RowHeight = 30;
    private const double PanelSurround = 56;
    private const double BarHeight = 15;
    private const double NoteWidth = 78;
    private const double NoteGap = 12;
    private const double LongestName = 210;

    /// <summary>Draws bars from top to bottom.</summary>
    /// <param name="title">Headline, such as the processor.</param>
    /// <param name="subtitle">One line below it.</param>
    /// <param name="panelTitle">What the bars are.</param>
    /// <param name="noteTitles">Headings of the columns of notes.</param>
    /// <param name="bars">At least one.</param>
    public static Canvas Draw(string title, string subtitle, string panelTitle, IReadOnlyList<string> noteTitles, IReadOnlyList<CostBar> bars)
    {
        var bottom = Top + PanelSurround + (bars.Count * RowHeight);
        var canvas = new Canvas(Width, (int)(bottom + Margin), Theme.Background);
        StrokeFont.Draw(canvas, new Point(Margin + 2, 34), StrokeFont.Fit(title, Theme.TitleSize, Width - (2 * Margin)), Theme.TitleSize, Theme.Text);
        StrokeFont.Draw(canvas, new Point(Margin + 2, 58), StrokeFont.Fit(subtitle, Theme.PanelTitleSize, Width - (2 * Margin)), Theme.PanelTitleSize, Theme.SecondaryText);

        var box = new Box(Margin, Top, Width - Margin, bottom);
        var notes = NoteGap + (noteTitles.Count * NoteWidth);
        var percent = Axis.Linear(0, 105 * Math.Max(1e-6, bars.Max(static bar => Math.Max(bar.CoreShare, bar.FloorShare))), 8, static share => $"{share:0.####} %");
        var names = Axis.Rows([.. bars.Select(static bar => StrokeFont.Fit(bar.Name, Theme.LabelSize, LongestName))]);
        var panel = new PlotPanel(canvas, box, panelTitle, percent, names, notes, new LegendEntry(Theme.Accent, "measured"), new LegendEntry(Theme.Warn, "floor"));
        panel.DrawVerticalGrid();
        for (var row = 0; row < bars.Count; row++)
            DrawRow(canvas, panel, row, bars[row]);
        for (var column = 0; column < noteTitles.Count; column++)
            StrokeFont.Draw(canvas, new Point(NoteRight(panel, column), panel.Plot.Bottom + 17), noteTitles[column], Theme.LabelSize, Theme.SecondaryText, TextAlignment.Right);
        return canvas;
    }

    private static void DrawRow(Canvas canvas, PlotPanel panel, int row, CostBar bar)
    {
        var middle = panel.Y(row + 0.5);
        var (top, bottom) = (middle - (BarHeight / 2), middle + (BarHeight / 2));
        canvas.FillRectangle(new Box(panel.Plot.Left, top, panel.X(100 * bar.CoreShare), bottom), Theme.Accent);
        var floor = panel.X(100 * bar.FloorShare);
        canvas.FillRectangle(new Box(floor - 1, top - 3, floor + 1, bottom + 3), Theme.Warn);
        for (var column = 0; column < bar.Notes.Count; column++)
            StrokeFont.Draw(canvas, new Point(NoteRight(panel, column), middle + 4), bar.Notes[column], Theme.LabelSize, Theme.Text, TextAlignment.Right);
    }

    private static double NoteRight(PlotPanel panel, int column) => panel.Plot.Right + ((column + 1) * NoteWidth);
}
