using System.Text.Json;
using NamPlugin.Cli.Terminal;

namespace NamPlugin.Cli.Reamp;

/// <summary>Tells what a run does and did: sentences on stderr for people, JSON lines on stdout for programs.</summary>
internal sealed class ReampReport(ReampSettings settings, Rig rig, bool json, bool quiet)
{
    private bool Speaks => !json && !quiet;

    /// <summary>Before the first file.</summary>
    public void Begin(int count)
    {
        if (!Speaks)
            return;
        foreach (var warning in rig.Warnings)
            ErrorLine.Warn(warning);
        ErrorLine.Say($"{Path.GetFileName(settings.ModelPath)} · {(count == 1 ? "1 recording" : $"{count} recordings")} · {Level()}");
    }

    /// <summary>After the last file.</summary>
    public void End(IReadOnlyList<ReampResult> results)
    {
        foreach (var result in results)
        {
            if (json)
                Console.Out.WriteLine(JsonSerializer.Serialize(ReampRecord.From(result), CliJson.Default.ReampRecord));
            else
                Say(result);
        }

        var done = results.Where(static result => result.Status == ReampStatus.Done).ToList();
        if (!Speaks || results.Count < 2)
            return;
        var failed = results.Count(static result => result.Status == ReampStatus.Failed);
        var skipped = results.Count(static result => result.Status == ReampStatus.Skipped);
        ErrorLine.Say($"{done.Count} done, {failed} failed, {skipped} skipped · {done.Sum(static result => result.Seconds):f1} s of sound");
    }

    private string Level() => settings.Raw ? "raw: the model alone" : settings.Level.Kind switch
    {
        OutputLevelKind.Normalized => "output normalized to -18 dB" + (rig.Metadata.LoudnessDb is null ? " (the capture does not state its loudness: left as it is)" : ""),
        OutputLevelKind.Calibrated => "output calibrated" + (rig.Metadata.OutputLevelDbu is null ? " (the capture does not state its level: left as it is)" : ""),
        OutputLevelKind.Raw => "output raw",
        _ => $"output {settings.Level}",
    };

    private void Say(ReampResult result)
    {
        foreach (var warning in result.Warnings)
            ErrorLine.Warn($"{result.Job.Input}: {warning}");
        if (result.Status == ReampStatus.Failed)
            ErrorLine.Write($"{result.Job.Input}: {result.Error}");
        if (result.ClippedSamples > 0)
            ErrorLine.Warn($"{result.Job.Output}: {result.ClippedSamples} samples clipped; --output-db {settings.Chain.OutputDb - result.PeakDb:f1} or --bits 32f avoids it");
        if (!Speaks)
            return;
        switch (result.Status)
        {
            case ReampStatus.Done:
                ErrorLine.Say($"{result.Job.Input} -> {result.Job.Output} · {result.Seconds:f1} s · peak {result.PeakDb:f1} dBFS · {result.RealTimeFactor:f0}x real time");
                break;
            case ReampStatus.Planned:
                ErrorLine.Say($"{result.Job.Input} -> {result.Job.Output} · {result.Seconds:f1} s (dry run)");
                break;
            case ReampStatus.Skipped:
                ErrorLine.Say($"{result.Job.Input}: {result.Job.Output} is there already, skipped");
                break;
        }
    }
}
