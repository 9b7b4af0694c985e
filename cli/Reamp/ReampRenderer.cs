using System.Diagnostics;
using NamPlugin.Cli.AudioFiles;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Samples;

namespace NamPlugin.Cli.Reamp;

/// <summary>Renders one job: from file to file, with nothing left behind when it fails.</summary>
internal sealed class ReampRenderer(Rig rig, ReampSettings settings)
{
    // Positions in these count samples; at another rate they would point elsewhere.
    private static readonly string[] PositionChunks = ["bext", "cue ", "smpl"];

    /// <summary>Renders a job.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    /// <exception cref="UsageException">The recording and the settings do not fit.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted; there is no output.</exception>
    public unsafe ReampResult Render(ReampJob job, bool mayOverwrite, Action<long, long> progress, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var streams = new StandardStreams(job, cancellation);
        using var recording = Open(streams.InputPath);
        using var source = AtOutputRate(recording);
        using var player = CreatePlayer(source);
        var rate = source.SampleRateHz;
        var frames = OutputFrames(source);
        using var performance = new Performance(source, player, settings.Width.Schedule(rig.Variants, rate, player.LatencySamples), frames);

        var format = OutputFormat(job, recording, player);
        using var writer = AudioFileWriter.Create(streams.OutputPath, format, new AudioFileWriterOptions
        {
            Chunks = recording.Chunks,
            Frames = frames,
            Dither = new TpdfDither(DitherSeed(job.Input)),
            MayOverwrite = mayOverwrite,
        });
        var levelDb = Play(performance, player, rate, writer.Write, done => progress(done, frames), cancellation);
        writer.Finish();
        streams.Deliver();
        return Describe(job, ReampStatus.Done, source, player) with
        {
            ElapsedSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            LevelDb = levelDb ?? 0,
            PeakDb = Decibels.FromGain(writer.Levels.Peak),
            ClippedSamples = format.Sound.IsFloat ? 0 : writer.Levels.SamplesOverFullScale,
            WidthSwitches = player.CompletedSwitches,
            ReplacedSamples = performance.ReplacedSamples,
            Warnings = [.. Warnings(recording, format), .. Warnings(performance, writer.Levels, levelDb)],
        };
    }

    /// <summary>Looks at a job without rendering it. What is piped is left in its pipe.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    /// <exception cref="UsageException">The recording and the settings do not fit.</exception>
    /// <exception cref="IOException">The recording cannot be read.</exception>
    public ReampResult Plan(ReampJob job)
    {
        if (job.Input == JobList.StandardStream)
            return new ReampResult { Job = job, Status = ReampStatus.Planned };
        using var recording = Open(job.Input);
        using var source = AtOutputRate(recording);
        using var player = CreatePlayer(source);
        var format = OutputFormat(job, recording, player);
        return Describe(job, ReampStatus.Planned, source, player) with
        {
            LevelDb = settings.Raw ? 0 : StatedLevelDb,
            Warnings = [.. Warnings(recording, format)],
        };
    }

    /// <summary>Opens a recording as the model will hear it, at the rate of the output.</summary>
    /// <exception cref="FileFormatException">The recording cannot be read.</exception>
    public IRecordingSource Listen(string path) => AtOutputRate(Open(path));

    private double StatedLevelDb => LevelCalibration.Output(rig.Metadata, settings.Level.Mode, settings.Chain.InterfaceDbu).GainDb;

    private RecordingSource Open(string path) => new(AudioFileReader.Open(path), settings.Channels);

    private long OutputFrames(IRecordingSource source) => source.Frames + (long)(settings.KeepTailSeconds * source.SampleRateHz);

    private ReampResult Describe(ReampJob job, ReampStatus status, IRecordingSource source, IRecordingPlayer player) => new()
    {
        Job = job,
        Status = status,
        SampleRateHz = source.SampleRateHz,
        Channels = player.OutputChannels,
        LatencySamples = player.LatencySamples,
        Seconds = (double)OutputFrames(source) / source.SampleRateHz,
    };

    // Returns the gain of the output mode, or null where a level was to be measured and could not be.
    private double? Play(Performance performance, IRecordingPlayer player, int rate, Performance.Sink sink, Action<long> progress, CancellationToken cancellation)
    {
        if (settings is { Raw: false, Level.IsMeasured: true })
            return new MeasuredLevel(settings.Level).Play(performance, rate, player.OutputChannels, sink, progress, cancellation);
        performance.Play(sink, progress, cancellation);
        return settings.Raw ? 0 : StatedLevelDb;
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
        if (!rig.IsMono && source.Channels != inputs)
            throw new UsageException($"The capture takes {inputs} channels, the recording gives {source.Channels}.");
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

    private static IEnumerable<string> Warnings(RecordingSource recording, AudioFileFormat format)
    {
        foreach (var warning in recording.Warnings)
            yield return warning;
        if (format.Container != AudioContainer.Wav && recording.Chunks.Count > 0)
            yield return $"{format.Container.ToString().ToUpperInvariant()} does not take its chunks along: {string.Join(", ", recording.Chunks.Select(static chunk => chunk.Id.TrimEnd()).Distinct())}.";
        else if (format.Sound.SampleRateHz != recording.SampleRateHz && recording.Chunks.Any(static chunk => PositionChunks.Contains(chunk.Id)))
            yield return "Its markers or time stamp count samples of the old rate; they are kept as they are.";
    }

    private IEnumerable<string> Warnings(Performance performance, SampleLevels levels, double? levelDb)
    {
        if (performance.ReplacedSamples > 0)
            yield return $"Samples that are no numbers, or absurdly large, and were played as silence: {performance.ReplacedSamples}.";
        if (levels.NonFiniteSamples > 0)
            yield return $"Samples of the result that are no numbers: {levels.NonFiniteSamples}. The capture cannot take this signal.";
        if (levelDb is null)
            yield return $"There is nothing to measure for --output {settings.Level}; the level is left as it is.";
    }

    // By the recording's name: the same recording gives the same bytes in whatever order files are rendered, and tracks that are mixed later
    // do not share their noise. (FNV-1a)
    private static ulong DitherSeed(string input)
    {
        var seed = 0xCBF29CE484222325;
        foreach (var letter in Path.GetFileName(input))
            seed = (seed ^ letter) * 0x100000001B3;
        return seed;
    }
}
