using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Networks;
using NamPlugin.Dsp.Plans;
using NamPlugin.Dsp.Tests.Golden;

namespace NamPlugin.Dsp.Tests.Networks;

/// <summary>A model from its description to a playing network, with everything that has to be freed afterwards.</summary>
public sealed class Instance : IDisposable
{
    private readonly NamModel _model;

    private Instance(NamModel model, LaneWidth lanes)
    {
        _model = model;
        Plan = PlanCompiler.Lower(model);
        Program = NetworkProgram.Compile(Plan, lanes);
        Network = new Network(Program);
    }

    public LayerPlan Plan { get; }

    public NetworkProgram Program { get; }

    public Network Network { get; }

    /// <summary>Takes the model over.</summary>
    public static Instance Of(NamModel model, LaneWidth lanes) => new(model, lanes);

    /// <summary>A golden model by name.</summary>
    public static Instance Of(string golden, LaneWidth lanes) => new(GoldenModels.Load(golden), lanes);

    public void Dispose()
    {
        Network.Dispose();
        Program.Dispose();
        Plan.Dispose();
        _model.Dispose();
    }
}
