using System.Diagnostics;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Reamp;

/// <summary>Renders one job: from file to file, with nothing left behind when it fails.</summary>
internal sealed unsafe class ReampRenderer(Rig rig, ReampSettings settings)
{
    // One seed for every file: the same recording gives the same bytes in whatever order files are rendered.
    private const ulong DitherSeed = 0x4E414D;

    /// <summary>Renders a job.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted; there is no output.</exception>
    public ReampResult Render(ReampJob job, Action<long, long> progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var source = new RecordingSource(WavReader.Open(job.Input), settings.Channels);
        var rate = source.Format.SampleRateHz;
        using var player = CreatePlayer(source, rate);
        var frames = source.Frames + (long)(settings.KeepTailSeconds * rate);
        using var performance = new Performance(source, player, settings.Width.Schedule(rig.Variants, rate, frames), frames);

        var format = new WavFormat(rate, player.OutputChannels, settings.Encoding ?? source.Format.Encoding);
        using var file = AtomicFile.Create(job.Output);
        var writer = new WavWriter(file.Stream, format, source.Chunks, frames, format.BitsPerSample is 16 or 24 ? new TpdfDither(DitherSeed) : null);
        performance.Play(writer.Write, done => progress(done, frames), cancellation);
        writer.Finish();
        file.Commit();
        return new ReampResult
        {
            Job = job,
            Status = ReampStatus.Done,
            Seconds = (double)frames / rate,
            ElapsedSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            PeakDb = Decibels.FromGain(writer.Levels.Peak),
            ClippedSamples = format.IsFloat ? 0 : writer.Levels.SamplesOverFullScale,
            Warnings = source.Warnings,
        };
    }

    /// <summary>Looks at a job without rendering it.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    public ReampResult Plan(ReampJob job)
    {
        using var source = new RecordingSource(WavReader.Open(job.Input), settings.Channels);
        return new ReampResult { Job = job, Status = ReampStatus.Planned, Seconds = (double)source.Frames / source.Format.SampleRateHz, Warnings = source.Warnings };
    }

    private IRecordingPlayer CreatePlayer(RecordingSource source, int rate)
    {
        if (settings.Raw || !rig.IsMono)
        {
            if (source.Channels % rig.Variants.InputChannels != 0)
                throw new UsageException($"The model takes {rig.Variants.InputChannels} channels, the recording has {source.Channels}.");
            return new RawPlayer(rig, rate, source.Channels);
        }

        return new ChainPlayer(rig, settings, rate, source.Channels);
    }
}
