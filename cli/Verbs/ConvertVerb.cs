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
    private static readonly Option<bool> Verify = new("--verify") { Description = "Read the new file back and compare every field and every bit of every weight." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace the output if it is there already." };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var command = new Command("convert", Description) { Input, Output, Width, Verify, Overwrite };
        command.AddExamples(Examples);
        command.SetAction(static parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.GetValue(Output)!;
        if (File.Exists(output) && !parsed.GetValue(Overwrite))
            throw new UsageException($"{output} exists already. Use --overwrite to replace it.");
        using var model = Load(parsed.GetValue(Input)!, parsed.GetValue(Width));
        ModelFile.Save(model, output);
        if (parsed.GetValue(Verify))
            RequireSame(model, output);
        ErrorLine.Say($"{parsed.GetValue(Input)} -> {output} · {new FileInfo(output).Length} bytes{(parsed.GetValue(Verify) ? " · verified" : "")}");
        return ExitCode.Success;
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
    private static void RequireSame(NamModel model, string output)
    {
        using var reread = ModelFile.Load(output);
        if (!CanonicalForm(model).Span.SequenceEqual(CanonicalForm(reread).Span))
            throw new IOException($"{output} does not hold the same model as it was made from. Please report this with the input file.");
    }

    private static ReadOnlyMemory<byte> CanonicalForm(NamModel model) => NamWriter.Write(new NamModel
    {
        Version = model.Version,
        Config = model.Config,
        Weights = model.Weights,
        SampleRateHz = model.SampleRateHz,
    });
}
