using System.Diagnostics;
using System.Text.Json;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Chain;

namespace NamPlugin.Cli.Reamp;

/// <summary>
/// Tells what a run does and did, as it goes: sentences on stderr for people, JSON lines on stdout for programs. Files are told of in the order of
/// the command line, however the jobs finish.
/// </summary>
internal sealed class ReampReport(ReampSettings settings, Rig rig, int count, bool json, bool quiet)
{
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ReampResult?[] _results = new ReampResult?[count];
    private int _told;

    private bool Speaks => !json && !quiet;

    /// <summary>Before the first file.</summary>
    public void Begin()
    {
        if (json)
            return;
        foreach (var warning in rig.Warnings.Concat(UselessSettings()))
            ErrorLine.Warn($"{Path.GetFileName(settings.ModelPath)}: {warning}");
        if (Speaks)
            ErrorLine.Say(string.Join(" · ", [Path.GetFileName(settings.ModelPath), .. Setup(), Count(count, "recording")]));
    }

    /// <summary>Takes one result, and tells of all that are due. Any thread.</summary>
    public void Add(int index, ReampResult result)
    {
        lock (_lock)
        {
            _results[index] = result;
            while (_told < count && _results[_told] is { } due)
            {
                Tell(due);
                _told++;
            }
        }
    }

    /// <summary>After the last file; an interrupted run has gaps.</summary>
    public void End()
    {
        foreach (var late in _results.Skip(_told).OfType<ReampResult>())
            Tell(late);
        var interrupted = _results.Count(static result => result is null);
        if (!json && interrupted > 0)
            ErrorLine.Warn($"interrupted; {Count(interrupted, "recording")} not done, nothing half done is left");
        if (Speaks && count > 1)
            ErrorLine.Say(string.Join(" · ", Summary()));
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private void Tell(ReampResult result)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(ReampRecord.From(result), CliJson.Default.ReampRecord));
        else
            Say(result);
    }

    private void Say(ReampResult result)
    {
        foreach (var warning in result.Warnings)
            ErrorLine.Warn($"{result.Job.Input}: {warning}");
        if (result.UnclippedDb is { } gainDb)
            ErrorLine.Warn($"{result.Job.Output}: {Count((int)Math.Min(result.ClippedSamples, int.MaxValue), "sample")} clipped; {WaysToAvoidClipping(gainDb)}");
        if (result.Status == ReampStatus.Failed)
            ErrorLine.Write($"{result.Job.Input}: {result.Error}");
        else if (Speaks)
            ErrorLine.Say($"{result.Job.Input} -> {result.Job.Output} · {string.Join(" · ", Describe(result))}");
    }

    private IEnumerable<string> Describe(ReampResult result)
    {
        if (result.Status == ReampStatus.Skipped)
        {
            yield return "is there already, skipped";
            yield break;
        }

        if (result.SampleRateHz > 0)
            yield return $"{result.Seconds:f1} s";
        if (result.LatencySamples > 0)
            yield return $"{result.SampleRateHz} Hz, model at {rig.Variants.SampleRateHz:0} Hz, {result.LatencySamples} samples of latency removed";
        if (result.Status == ReampStatus.Planned)
        {
            yield return "dry run";
            yield break;
        }

        if (settings is { Raw: false, Level.IsMeasured: true })
            yield return Signed(result.LevelDb);
        if (result.WidthSwitches > 0)
            yield return result.WidthSwitches == 1 ? "1 width switch" : $"{result.WidthSwitches} width switches";
        yield return double.IsFinite(result.PeakDb) ? $"peak {result.PeakDb:f1} dBFS" : "silent";
        if (result.Seconds > 0)
            yield return Factor(result.RealTimeFactor);
    }

    // What holds for every recording of the run.
    private IEnumerable<string> Setup()
    {
        if (rig.Variants.Map.Count > 1)
            yield return settings.Width.IsConstant ? $"width {WidthName()}" : "width automated";
        if (settings.Raw)
        {
            yield return "raw: the model alone";
            yield break;
        }

        var chain = settings.Chain;
        if (LevelCalibration.Input(rig.Metadata, chain.CalibrateInput, chain.InterfaceDbu) is { Status: LevelStatus.Applied } input)
            yield return $"input calibrated ({Signed(input.GainDb)})";
        if (settings.ImpulseResponsePaths.Count > 0)
            yield return string.Join(" + ", settings.ImpulseResponsePaths.Select(Path.GetFileName));
        yield return OutputText();
    }

    private string WidthName()
    {
        var variant = rig.Variants.Map.VariantFor(settings.Width.At(0));
        var name = variant == rig.Variants.Map.Count - 1 ? "full" : variant == 0 ? "lite" : $"{settings.Width.At(0):0.###}";
        return $"{name} ({string.Join(" / ", rig.Variants.Variants[variant].Channels)} channels)";
    }

    private string OutputText()
    {
        var gain = LevelCalibration.Output(rig.Metadata, settings.Level.Mode, settings.Chain.InterfaceDbu);
        return gain.Status == LevelStatus.Applied ? $"output {settings.Level} ({Signed(gain.GainDb)})" : $"output {settings.Level}";
    }

    // What was asked for and the capture cannot give.
    private IEnumerable<string> UselessSettings()
    {
        if (rig.Variants.Map.Count == 1 && !settings.Width.IsFull)
            yield return "It has one width only; --width and --automate change nothing.";
        if (settings.Raw)
            yield break;
        if (LevelCalibration.Input(rig.Metadata, settings.Chain.CalibrateInput, settings.Chain.InterfaceDbu).Status == LevelStatus.Unknown)
            yield return "It does not state its input level; the input is not calibrated.";
        if (LevelCalibration.Output(rig.Metadata, settings.Level.Mode, settings.Chain.InterfaceDbu).Status == LevelStatus.Unknown)
            yield return settings.Level.Kind == OutputLevelKind.Normalized ? "It does not state its loudness; the output is not normalized." : "It does not state its output level; the output is not calibrated.";
    }

    private string WaysToAvoidClipping(double gainDb)
    {
        if (settings.Raw)
            return "--bits 32f avoids it";
        var level = settings.Level.IsMeasured ? $"--output {settings.Level with { Target = Math.Round(settings.Level.Target + gainDb, 1) }}" : $"--output-db {settings.Chain.OutputDb + gainDb:0.0}";
        return $"{level} or --bits 32f avoids it";
    }

    private IEnumerable<string> Summary()
    {
        int Ended(ReampStatus status) => _results.Count(result => result?.Status == status);
        if (Ended(ReampStatus.Planned) is > 0 and var planned)
            yield return $"{planned} planned";
        else
            yield return $"{Ended(ReampStatus.Done)} done";
        yield return $"{Ended(ReampStatus.Failed)} failed";
        yield return $"{Ended(ReampStatus.Skipped)} skipped";
        var seconds = _results.Where(static result => result?.Status == ReampStatus.Done).Sum(static result => result!.Seconds);
        var elapsed = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        if (seconds > 0)
            yield return $"{seconds:f1} s of sound in {elapsed:f1} s, {Factor(seconds / elapsed)}";
    }

    private static string Signed(double db) => $"{db:+0.0;-0.0} dB";

    private static string Factor(double factor) => factor < 10 ? $"{factor:f1}x real time" : $"{factor:f0}x real time";
}
