using System.CommandLine;
using NamPlugin.Cli.Reamp;
using NamPlugin.Cli.Terminal;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug convert</c>: between `.nam` and `.namb`, at full width or one of the others.</summary>
internal static class ConvertVerb
{
    private const string Description = "Converts a capture between .nam (JSON) and .namb (binary), exactly; the output's name says which.";

    private static readonly string[] Examples =
    [
        "namplug convert amp.nam amp.namb --verify",
        "namplug convert amp.namb amp.nam",
        "namplug convert a2.nam lite.namb --width lite",
    ];

    private static readonly Argument<string> Input = new("input") { Description = "A capture: .nam or .namb." };
    private static readonly Argument<string> Output = new("output") { Description = "The new file: .nam or .namb." };
    private static readonly Option<string?> Width = new("--width", "-w") { Description = "Keep one width of a slimmable capture only: 0 to 1, full or lite." };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Before it is written, read the result back and compare every field and every bit of every weight." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace the output if it is there already." };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("convert", Description) { Input, Output, Width, Verify, Overwrite };
        command.SetHelp(Examples);
        command.SetAction(static parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (input, output) = (parsed.GetValue(Input)!, parsed.GetValue(Output)!);
        if (Path.GetExtension(output).ToLowerInvariant() is not (".nam" or ".namb"))
            throw new UsageException($"{output}: the new file's name must end in .nam or .namb.");
        var mayReplace = parsed.GetValue(Overwrite);
        if (File.Exists(output) && !mayReplace)
            throw new UsageException($"{output} is there already. Use --overwrite to replace it.");
        using var model = Load(input, parsed.GetValue(Width));
        if (!TrySerialize(model, output, out var contents))
            return ExitCode.SomeFailed;
        if (parsed.GetValue(Verify))
            RequireSame(model, contents.Span, output);
        AtomicFile.Write(output, contents.Span, mayReplace);
        if (IsBinary(output) && HasTexts(model.Metadata))
            ErrorLine.Warn($"{output}: of the metadata .namb holds the loudness and the levels; what else the capture says about itself is left out.");
        ErrorLine.Say($"{input} -> {output} · {contents.Length} bytes{(parsed.GetValue(Verify) ? " · verified" : "")}");
        return ExitCode.Success;
    }

    private static bool IsBinary(string path) => Path.GetExtension(path).Equals(".namb", StringComparison.OrdinalIgnoreCase);

    private static bool HasTexts(ModelMetadata metadata) =>
        metadata with { LoudnessDb = null, InputLevelDbu = null, OutputLevelDbu = null } != ModelMetadata.Empty;

    // A model that its new format cannot hold is readable, so this is not the error of a file that is not.
    private static bool TrySerialize(NamModel model, string output, out ReadOnlyMemory<byte> contents)
    {
        try
        {
            contents = ModelFile.Serialize(model, output);
            return true;
        }
        catch (FileFormatException refusal)
        {
            ErrorLine.Write(refusal.Message);
            contents = default;
            return false;
        }
    }

    private static NamModel Load(string path, string? width)
    {
        var model = ModelFile.Load(path);
        if (width is null)
            return model;
        using (model)
        {
            var map = WidthMap.Of(model);
            return FixedWidth.Take(model, map, map.VariantFor(WidthAutomation.ParseWidth(width)));
        }
    }

    // Both are written in one form, which holds every field and, with round-trip digits, every bit of every weight. Metadata is left out:
    // .namb keeps little of it.
    private static void RequireSame(NamModel model, ReadOnlySpan<byte> contents, string output)
    {
        using var reread = ModelFile.Read(contents, output);
        if (!CanonicalForm(model).Span.SequenceEqual(CanonicalForm(reread).Span))
            throw new IOException($"{output} would not hold the same model as it is made from, and was not written. Please report this with the input file.");
    }

    private static ReadOnlyMemory<byte> CanonicalForm(NamModel model) => NamWriter.Write(new NamModel
    {
        Version = model.Version,
        Config = model.Config,
        Weights = model.Weights,
        SampleRateHz = model.SampleRateHz,
    });
}
