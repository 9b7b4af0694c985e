using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Reference;

public sealed class SharedReferenceTests
{
    private const int ReferenceBlockFrames = 64;

    public static TheoryData<string, LaneWidth> Cases()
    {
        var data = new TheoryData<string, LaneWidth>();
        if (!SharedMaterial.IsPresent)
        {
            data.Add("all", LaneWidths.Widest);
            return data;
        }

        foreach (var reference in ReferenceCase.ReadManifest(SharedMaterial.Require("reference")))
        {
            foreach (var lanes in LaneWidths.Supported)
                data.Add(reference.Id, lanes);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_reference_render_is_met_on_every_instruction_set(string id, LaneWidth lanes)
    {
        var reference = ReferenceCase.ReadManifest(SharedMaterial.Require("reference")).Single(entry => entry.Id == id);

        var output = ReferenceRender.Render(reference, lanes, ReferenceBlockFrames);

        ReferenceRender.AssertMatches(reference, output);
    }
}
