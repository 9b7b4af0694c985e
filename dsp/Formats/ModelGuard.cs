using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats;

/// <summary>Keeps writers from writing what no reader would take back.</summary>
internal static class ModelGuard
{
    /// <summary>Refuses a model that was put together wrongly; those from readers always pass.</summary>
    /// <exception cref="ArgumentException">A shape rule is broken or the weights are not as many as the shape needs.</exception>
    public static void ThrowIfUnsound(NamModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var inner in model.Config.InnerModels)
            ThrowIfUnsound(inner);
        if (!model.Version.IsSupported)
            throw new ArgumentException($"Version {model.Version} is not one that is read back.", nameof(model));
        if (ShapeRules.FirstViolation(model.Config, model.SampleRateHz) is { } violation)
            throw new ArgumentException($"{violation.Path}: found {violation.Found}, expected {violation.Expected}.", nameof(model));
        if (WeightCount.Of(model.Config) is var expected && expected != model.Weights.Length)
            throw new ArgumentException($"Found {model.Weights.Length} weights, expected {expected}.", nameof(model));
        foreach (var weight in model.Weights.Span)
        {
            if (!float.IsFinite(weight))
                throw new ArgumentException("A weight is not a finite number.", nameof(model));
        }
    }
}
