using System.Globalization;
using NamPlugin.Cli.Tests.Running;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Tests.Reference;
using NamPlugin.Tests.Support;

namespace NamPlugin.Cli.Tests.Reamp;

/// <summary><c>reamp --raw --bits 32f</c> is the network's own output, as the reference implementation gives it.</summary>
public sealed class ReferenceTests : CommandLineTest
{
    private const string NoSharedFolder = "all";

    private static string GoldenFolder => GoldenMaterial.PathOf("renders");

    public static TheoryData<string> GoldenCases() => [.. CasesOf(GoldenFolder)];

    public static TheoryData<string> SharedCases() => SharedMaterial.IsPresent ? [.. CasesOf(SharedMaterial.Require("reference"))] : [NoSharedFolder];

    [Theory]
    [MemberData(nameof(GoldenCases))]
    public void Golden_renders_are_met(string id) => Meet(GoldenFolder, id);

    [Theory]
    [MemberData(nameof(SharedCases))]
    public void Every_reference_render_is_met(string id) => Meet(SharedMaterial.Require("reference"), id);

    // The reference switches widths hard in the middle of some renders; the tool fades instead, and is held to that elsewhere.
    private static IEnumerable<string> CasesOf(string folder) =>
        ReferenceCase.ReadManifest(folder).Where(static reference => reference.WidthChanges.Count == 0).Select(static reference => reference.Id);

    private void Meet(string folder, string id)
    {
        var reference = ReferenceCase.ReadManifest(folder).Single(entry => entry.Id == id);
        var modelPath = Path.GetFullPath(Path.Combine(reference.Folder, reference.Model));
        using var model = ModelFile.Load(modelPath);
        var input = ReferenceRender.ReadInput(reference, model.Config.InputChannels);
        Sound.Write(PathOf("in.wav"), new WavFormat((int)model.EffectiveSampleRateHz, input.Length, WavEncoding.Float32), input);
        string[] width = reference.Width is { } chosen ? ["--width", chosen.ToString(CultureInfo.InvariantCulture)] : [];

        Run(["reamp", "in.wav", "--model", modelPath, "--raw", "--bits", "32f", "--out", "out.wav", "--quiet", .. width]).ExitsWith(0);

        ReferenceRender.AssertMatches(reference, Sound.Read(PathOf("out.wav")));
    }
}
