using Spectre.Console;

namespace NamPlugin.Cli.Terminal;

/// <summary>One bar for a run of many parts, drawn only when a person watches stderr.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly string _activity;
    private readonly double[] _shares;
    private readonly TaskCompletionSource? _end;
    private readonly Task? _drawing;

    private ProgressLine(string activity, int count, bool show)
    {
        _activity = activity;
        _shares = new double[count];
        if (!show)
            return;
        _end = new TaskCompletionSource();
        _drawing = ErrorLine.Terminal.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(DrawAsync);
    }

    /// <summary>Begins to draw; draws nothing when <paramref name="show"/> is false or stderr is no terminal.</summary>
    /// <param name="activity">What is being done, such as "reamping".</param>
    /// <param name="count">Parts of the run: files, models.</param>
    /// <param name="show">Whether the user wants to see it.</param>
    public static ProgressLine Start(string activity, int count, bool show) => new(activity, count, show && !Console.IsErrorRedirected);

    /// <summary>Says how far one part is. Any thread.</summary>
    public void Update(int index, long done, long total) => Volatile.Write(ref _shares[index], total > 0 ? (double)done / total : 1);

    /// <summary>Says that one part is done. Any thread.</summary>
    public void Finish(int index) => Volatile.Write(ref _shares[index], 1);

    /// <summary>Removes the bar.</summary>
    public void Dispose()
    {
        _end?.SetResult();
        _drawing?.Wait();
    }

    private async Task DrawAsync(ProgressContext context)
    {
        var bar = context.AddTask(_activity, maxValue: _shares.Length);
        while (!_end!.Task.IsCompleted)
        {
            var done = 0;
            var sum = 0.0;
            for (var i = 0; i < _shares.Length; i++)
            {
                var share = Volatile.Read(ref _shares[i]);
                sum += share;
                done += share >= 1 ? 1 : 0;
            }

            bar.Value = sum;
            bar.Description = $"{_activity} {done}/{_shares.Length}";
            await Task.WhenAny(_end.Task, Task.Delay(100));
        }
    }
}
