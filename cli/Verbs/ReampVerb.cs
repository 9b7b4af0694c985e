using System.CommandLine;
using System.Globalization;
using NamPlugin.Cli.Reamp;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug reamp</c>: recordings through a capture.</summary>
internal static class ReampVerb
{
    // Far beyond any use; a slip of the keyboard should not go unnoticed.
    private const double LargestGainDb = 100;

    private const string Description = "Plays recordings through a capture. The output has the length, rate, channels and bit depth of the input.";

    private static readonly string[] Examples =
    [
        "namplug reamp di.wav --model amp.nam",
        "namplug reamp takes/ --model amp.nam --ir cab.wav --out-dir reamped --bits 24",
        "namplug reamp '**/*_DI.wav' --model amp.nam --jobs 4 --skip-existing",
        "namplug reamp di.wav --model slim.nam --automate width=0s:1,4s:0.2 --out swept.wav",
        "namplug reamp di.wav --model amp.nam --raw --bits 32f --out exact.wav",
    ];

    private static readonly Argument<string[]> Inputs = new("recordings") { Description = "Files, folders or patterns (quote those with **); - is stdin.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Model = new("--model", "-m") { Description = "The capture: .nam or .namb.", Required = true, HelpName = "file" };
    private static readonly Option<string[]> Ir = new("--ir") { Description = "Impulse response of a cabinet (WAV); twice mixes two in equal parts. Of a stereo one the first channel gets the left side, the others the right.", HelpName = "file" };
    private static readonly Option<string?> Out = new("--out", "-o") { Description = "The output, for a single recording; - is stdout.", HelpName = "file" };
    private static readonly Option<string?> OutDir = new("--out-dir") { Description = "Folder for the outputs, made if need be. Folders that a pattern went through are kept below it.", HelpName = "folder" };
    private static readonly Option<string> Suffix = new("--suffix") { Description = "Appended to the names of outputs.", DefaultValueFactory = static _ => "_reamp", HelpName = "text" };
    private static readonly Option<string> Width = new("--width", "-w") { Description = "Width of a slimmable capture: 0 to 1, full or lite.", DefaultValueFactory = static _ => "full" };
    private static readonly Option<string?> Automate = new("--automate") { Description = "Width over time: width=0s:1,2s:0.2 goes from 1 to 0.2 within two seconds.", HelpName = "width=time:value,..." };
    private static readonly Option<double> InputDb = new("--input-db") { Description = "Gain before the capture, in dB.", HelpName = "dB", CustomParser = Number.Between(-LargestGainDb, LargestGainDb) };
    private static readonly Option<double> OutputDb = new("--output-db") { Description = "Gain after everything, in dB.", HelpName = "dB", CustomParser = Number.Between(-LargestGainDb, LargestGainDb) };
    private static readonly Option<double?> Dbu = new("--dbu") { Description = "Level of your interface (dBu of a sine that meets 0 dBFS): calibrates the input, and with --output calibrated the output.", HelpName = "dBu", CustomParser = Number.OptionalBetween(-60.0, 60.0) };
    private static readonly Option<string> Output = new("--output") { Description = $"How loud: {OutputLevel.Forms}.", DefaultValueFactory = static _ => "normalized", HelpName = "level" };
    private static readonly Option<double> Gate = new("--gate") { Description = "Threshold of the noise gate in dB; -100 is off.", DefaultValueFactory = static _ => GateDetector.OffThresholdDb, HelpName = "dB", CustomParser = Number.Between(GateDetector.OffThresholdDb, 0.0) };
    private static readonly Option<string?> Mono = new("--mono") { Description = "left, right or mix make a mono output; dual plays every channel on its own.", HelpName = "left|right|mix|dual" };
    private static readonly Option<string> Bits = new("--bits") { Description = "16, 24, 32f, 64f or same. Integers are dithered (TPDF).", DefaultValueFactory = static _ => "same", HelpName = "depth" };
    private static readonly Option<string> Rate = new("--rate") { Description = "Sample rate of the output: same, model or a number.", DefaultValueFactory = static _ => "same", HelpName = "Hz" };
    private static readonly Option<double> KeepTail = new("--keep-tail") { Description = "Let it ring for so long behind the end.", HelpName = "seconds", CustomParser = Number.Between(0.0, 3600.0) };
    private static readonly Option<bool> Raw = new("--raw") { Description = "The capture alone: no gain, gate, EQ, DC blocker or level." };
    private static readonly Option<int> Jobs = new("--jobs", "-j") { Description = "Recordings rendered at a time.", DefaultValueFactory = static _ => Environment.ProcessorCount, HelpName = "number", CustomParser = Number.Between(1, 1024) };
    private static readonly Option<bool> SkipExisting = new("--skip-existing") { Description = "Leave outputs alone that are there already." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace outputs that are there already." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be done." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per recording on stdout." };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Nothing but warnings and errors." };
    private static readonly Option<string?> Picture = new("--picture") { Description = "Draw waveform, spectrogram and width of the result (single recording).", HelpName = "png" };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("reamp", Description)
        {
            Inputs, Model, Ir, Out, OutDir, Suffix, Width, Automate, InputDb, OutputDb, Dbu, Output, Gate, Mono, Bits, Rate, KeepTail, Raw,
            Jobs, SkipExisting, Overwrite, DryRun, Json, Quiet, Picture,
        };
        command.SetHelp(Examples);
        command.SetAction(static parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        RefuseContradictions(parsed);
        var jobs = new JobList { Inputs = parsed.GetValue(Inputs)!, Output = parsed.GetValue(Out), OutputFolder = parsed.GetValue(OutDir), Suffix = parsed.GetValue(Suffix)! };
        var run = new ReampRun
        {
            Settings = ReadSettings(parsed),
            Jobs = jobs.Expand(),
            Parallelism = parsed.GetValue(Jobs),
            SkipExisting = parsed.GetValue(SkipExisting),
            Overwrite = parsed.GetValue(Overwrite),
            DryRun = parsed.GetValue(DryRun),
            Json = parsed.GetValue(Json),
            Quiet = parsed.GetValue(Quiet),
        };
        using var interruption = new Interruption();
        return run.Execute(interruption.Token);
    }

    private static ReampSettings ReadSettings(ParseResult parsed)
    {
        var level = OutputLevel.Parse(parsed.GetValue(Output)!);
        var dbu = parsed.GetValue(Dbu);
        if (level.Kind == OutputLevelKind.Calibrated && dbu is null)
            throw new UsageException("--output calibrated needs the level of your interface: add --dbu, for example --dbu 12.");
        return new ReampSettings
        {
            ModelPath = parsed.GetValue(Model)!,
            ImpulseResponsePaths = parsed.GetValue(Ir) ?? [],
            Width = parsed.GetValue(Automate) is { } automation ? WidthAutomation.Parse(automation) : WidthAutomation.Constant(WidthAutomation.ParseWidth(parsed.GetValue(Width)!)),
            Chain = new ChainSettings
            {
                InputDb = parsed.GetValue(InputDb),
                OutputDb = parsed.GetValue(OutputDb),
                CalibrateInput = dbu is not null,
                InterfaceDbu = dbu ?? 0,
                GateThresholdDb = parsed.GetValue(Gate),
            },
            Level = level,
            Raw = parsed.GetValue(Raw),
            Channels = ReadChannels(parsed.GetValue(Mono)),
            Encoding = ReadEncoding(parsed.GetValue(Bits)!),
            SampleRateHz = ReadRate(parsed.GetValue(Rate)!),
            KeepTailSeconds = parsed.GetValue(KeepTail),
            PicturePath = parsed.GetValue(Picture),
        };
    }

    // What would silently win or lose against something else on the line is refused, so that nobody wonders why it has no effect.
    private static void RefuseContradictions(ParseResult parsed)
    {
        bool Given(Option option) => parsed.GetResult(option) is { Implicit: false };
        string Names(params Option[] options) => string.Join(", ", options.Where(Given).Select(static option => option.Name));
        if (Given(Raw) && Names(Ir, InputDb, OutputDb, Dbu, Output, Gate) is { Length: > 0 } names)
            throw new UsageException($"--raw is the capture alone; leave out {names}.");
        if (Given(Width) && Given(Automate))
            throw new UsageException("--width and --automate both set the width; leave one of them out.");
        if (Given(Out) && Given(OutDir))
            throw new UsageException("--out and --out-dir both say where the output goes; leave one of them out.");
        if (Given(SkipExisting) && Given(Overwrite))
            throw new UsageException("--skip-existing and --overwrite contradict each other; leave one of them out.");
        if (Given(OutputDb) && OutputLevel.Parse(parsed.GetValue(Output)!).IsMeasured)
            throw new UsageException($"--output {parsed.GetValue(Output)} sets the level whatever --output-db adds; leave out --output-db.");
        if (parsed.GetValue(Ir) is { Length: > 2 })
            throw new UsageException("--ir can be given twice at most.");
    }

    private static ChannelChoice ReadChannels(string? text) => text?.ToLowerInvariant() switch
    {
        null or "dual" => ChannelChoice.Dual,
        "left" => ChannelChoice.Left,
        "right" => ChannelChoice.Right,
        "mix" => ChannelChoice.Mix,
        _ => throw new UsageException($"--mono {text}: expected left, right, mix or dual."),
    };

    private static WavEncoding? ReadEncoding(string text) => text.ToLowerInvariant() switch
    {
        "same" => null,
        "16" => WavEncoding.Int16,
        "24" => WavEncoding.Int24,
        "32f" => WavEncoding.Float32,
        "64f" => WavEncoding.Float64,
        _ => throw new UsageException($"--bits {text}: expected 16, 24, 32f, 64f or same."),
    };

    private static int? ReadRate(string text) => text.ToLowerInvariant() switch
    {
        "same" => null,
        "model" => 0,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= 8000 and <= 768000
            ? rate
            : throw new UsageException($"--rate {text}: expected same, model or a number of Hz from 8000 to 768000."),
    };
}
