using System.Diagnostics;
using NamPlugin.Cli.AudioFiles;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;

namespace NamPlugin.Cli.Reamp;

/// <summary>Renders one job: from file to file, with nothing left behind when it fails.</summary>
internal sealed unsafe class ReampRenderer(Rig rig, ReampSettings settings)
{
    // One seed for every file: the same recording gives the same bytes in whatever order files are rendered.
    private const ulong DitherSeed = 0x4E414D;

    // Positions in these count samples; at another rate they would point elsewhere.
    private static readonly string[] PositionChunks = ["bext", "cue ", "smpl"];

    /// <summary>Renders a job.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    /// <exception cref="UsageException">The recording and the settings do not fit.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted; there is no output.</exception>
    public ReampResult Render(ReampJob job, bool mayOverwrite, Action<long, long> progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var streams = new StandardStreams(job);
        using var recording = new RecordingSource(AudioFileReader.Open(streams.InputPath), settings.Channels);
        using var source = AtOutputRate(recording);
        using var player = CreatePlayer(source);
        var rate = source.SampleRateHz;
        var frames = source.Frames + (long)(settings.KeepTailSeconds * rate);
        using var performance = new Performance(source, player, settings.Width.Schedule(rig.Variants, rate, frames), frames);

        var format = OutputFormat(job, recording, player);
        using var writer = AudioFileWriter.Create(streams.OutputPath, format, new AudioFileWriterOptions
        {
            Chunks = recording.Chunks,
            Frames = frames,
            Dither = new TpdfDither(DitherSeed),
            MayOverwrite = mayOverwrite,
        });
        var levelDb = Play(performance, player, rate, writer.Write, done => progress(done, frames), cancellation);
        writer.Finish();
        streams.Deliver();
        return new ReampResult
        {
            Job = job,
            Status = ReampStatus.Done,
            Seconds = (double)frames / rate,
            ElapsedSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            LevelDb = levelDb ?? 0,
            PeakDb = Decibels.FromGain(writer.Levels.Peak),
            ClippedSamples = format.Sound.IsFloat ? 0 : writer.Levels.SamplesOverFullScale,
            WidthSwitches = player.CompletedSwitches,
            ReplacedSamples = performance.ReplacedSamples,
            Warnings = [.. Warnings(recording, rate, levelDb)],
        };
    }

    /// <summary>Looks at a job without rendering it.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    /// <exception cref="UsageException">The recording and the settings do not fit.</exception>
    public ReampResult Plan(ReampJob job)
    {
        using var recording = new RecordingSource(AudioFileReader.Open(job.Input), settings.Channels);
        using var source = AtOutputRate(recording);
        using var player = CreatePlayer(source);
        OutputFormat(job, recording, player);
        return new ReampResult
        {
            Job = job,
            Status = ReampStatus.Planned,
            Seconds = (double)source.Frames / source.SampleRateHz + settings.KeepTailSeconds,
            LevelDb = LevelCalibration.Output(rig.Metadata, settings.Level.Mode, settings.Chain.InterfaceDbu).GainDb,
            Warnings = [.. Warnings(recording, source.SampleRateHz, levelDb: 0)],
        };
    }

    // Returns the gain of the output mode, or null where a level was to be measured and could not be.
    private double? Play(Performance performance, IRecordingPlayer player, int rate, Performance.Sink sink, Action<long> progress, CancellationToken cancellation)
    {
        if (settings is { Raw: false, Level.IsMeasured: true })
            return new MeasuredLevel(settings.Level).Play(performance, rate, player.OutputChannels, sink, progress, cancellation);
        performance.Play(sink, progress, cancellation);
        return settings.Raw ? 0 : LevelCalibration.Output(rig.Metadata, settings.Level.Mode, settings.Chain.InterfaceDbu).GainDb;
    }

    private IRecordingSource AtOutputRate(RecordingSource recording)
    {
        var rate = OutputRate(recording);
        return rate == recording.SampleRateHz ? recording : new ResampledSource(recording, rate);
    }

    private IRecordingPlayer CreatePlayer(IRecordingSource source)
    {
        if (!settings.Raw && rig.IsMono)
            return new ChainPlayer(rig, settings, source.SampleRateHz, source.Channels);
        var inputs = rig.Variants.InputChannels;
        if (rig.IsMono ? source.Channels == 0 : source.Channels != inputs)
            throw new UsageException($"The capture takes {inputs} channels, the recording has {source.Channels}.");
        var raw = new RawPlayer(rig, source.SampleRateHz, source.Channels);
        return settings.Raw ? raw : new GainedPlayer(raw, rig, settings);
    }

    private AudioFileFormat OutputFormat(ReampJob job, RecordingSource recording, IRecordingPlayer player)
    {
        var container = job.Output == JobList.StandardStream ? AudioContainer.Wav : AudioFileFormat.ContainerOf(job.Output);
        var sound = recording.Format.Sound;
        return new AudioFileFormat(container, sound with
        {
            SampleRateHz = OutputRate(recording),
            Channels = player.OutputChannels,
            Encoding = settings.Encoding ?? sound.Encoding,
            ChannelMask = player.OutputChannels == sound.Channels ? sound.ChannelMask : null,
        });
    }

    private int OutputRate(RecordingSource recording) => settings.SampleRateHz switch
    {
        null => recording.SampleRateHz,
        0 => (int)Math.Round(rig.Variants.SampleRateHz),
        { } chosen => chosen,
    };

    private IEnumerable<string> Warnings(RecordingSource recording, int rate, double? levelDb)
    {
        foreach (var warning in recording.Warnings)
            yield return warning;
        if (levelDb is null)
            yield return $"nothing to measure for --output {settings.Level}; the level is left as it is";
        if (rate != recording.SampleRateHz && recording.Chunks.Any(static chunk => PositionChunks.Contains(chunk.Id)))
            yield return "its markers or time stamp count samples of the old rate; they are kept as they are";
    }
}
