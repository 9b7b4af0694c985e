using System.Text.RegularExpressions;

namespace NamPlugin.Architecture.Tests;

/// <summary>The engine does not wait, start threads, print or talk to the collector: all of that belongs to whoever calls it.</summary>
public sealed partial class DspPurityTests
{
    [Fact]
    public void The_engine_neither_waits_nor_prints() =>
        Rule.Holds(SourceFile.CSharp.Where(file => file.TopFolder == "dsp").SelectMany(file => Violations(file, file.ReadText())));

    [Theory]
    [InlineData("lock (_gate) { }", "lock")]
    [InlineData("Monitor.Enter(gate);", "Monitor")]
    [InlineData("private readonly Lock _gate = new();", "Lock")]
    [InlineData("new Mutex();", "Mutex")]
    [InlineData("var t = Task.Run(Work);", "Task")]
    [InlineData("async ValueTask Load() { await x; }", "async")]
    [InlineData("Parallel.For(0, n, Work);", "Parallel")]
    [InlineData("new Thread(Work).Start();", "Thread")]
    [InlineData("Thread.Sleep(1);", "Thread")]
    [InlineData("Console.WriteLine(x);", "Console")]
    [InlineData("Debug.WriteLine(x);", "Debug.WriteLine")]
    [InlineData("GC.Collect();", "GC")]
    [InlineData("Environment.Exit(1);", "Environment.Exit")]
    [InlineData("Process.Start(name);", "Process.Start")]
    public void What_the_engine_must_not_use_is_found(string text, string banned) =>
        Assert.Contains(Violations(new SourceFile("dsp/One.cs"), text), violation => violation.StartsWith($"dsp/One.cs(1): {banned} ", StringComparison.Ordinal));

    [Fact]
    public void Names_that_merely_contain_a_banned_word_pass() =>
        Assert.Empty(Violations(new SourceFile("dsp/One.cs"), "// Console\nvar lockedGain = TaskSize + block(threadCount); text = \"Thread\";"));

    private static IEnumerable<string> Violations(SourceFile file, string text)
    {
        var code = CSharpText.CodeOf(text);
        return Banned().Matches(code).Select(match => $"{file.Path}({CSharpText.LineAt(code, match.Index)}): {match.Value} is not for dsp; threads, waiting and output belong to its callers");
    }

    [GeneratedRegex(
        @"(?<![\w.])(?:lock(?=\s*\()|Monitor|Lock|Mutex|SemaphoreSlim|Semaphore|SpinLock|SpinWait|ReaderWriterLockSlim|ManualResetEventSlim|AutoResetEvent|Barrier|Task|async|await|Parallel|Thread|ThreadPool|Timer|Console|Debug[.]WriteLine|Trace[.]Write\w*|GC(?![.](?:KeepAlive|SuppressFinalize)\b)|Environment[.]Exit|Process[.]Start)\b",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Banned();
}
