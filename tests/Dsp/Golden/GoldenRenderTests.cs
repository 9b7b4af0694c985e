using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Tests.Oracle;
using NamPlugin.Dsp.Tests.Reference;

namespace NamPlugin.Dsp.Tests.Golden;

/// <summary>The committed renders: every architecture and feature once, heard through every instruction set and through the oracle.</summary>
public sealed class GoldenRenderTests
{
    private const int ReferenceBlockFrames = 64;

    public static TheoryData<ReferenceCase, LaneWidth> CasesByLanes() =>
        [.. from reference in ReferenceCase.ReadManifest(GoldenModels.Folder) from lanes in LaneWidths.Supported select (reference, lanes)];

    public static TheoryData<ReferenceCase> CasesOfOneWidth() => [.. ReferenceCase.ReadManifest(GoldenModels.Folder).Where(static reference => reference.WidthChanges.Count == 0)];

    [Theory]
    [MemberData(nameof(CasesByLanes))]
    public void Every_golden_render_is_met_on_every_instruction_set(ReferenceCase reference, LaneWidth lanes) =>
        ReferenceRender.AssertMatches(reference, ReferenceRender.Render(reference, lanes, ReferenceBlockFrames));

    [Theory]
    [MemberData(nameof(CasesOfOneWidth))]
    public void Every_golden_render_is_met_by_the_oracle(ReferenceCase reference)
    {
        using var model = ModelFile.Load(Path.Combine(reference.Folder, reference.Model));

        var output = OracleNet.Of(model, reference.Width).Render(ReferenceRender.ReadInput(reference, model.Config.InputChannels));

        ReferenceRender.AssertMatches(reference, [.. output.Select(static plane => plane.Select(static sample => (float)sample).ToArray())]);
    }
}
