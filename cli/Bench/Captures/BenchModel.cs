using NamPlugin.Dsp.Models;

namespace NamPlugin.Cli.Bench.Captures;

/// <summary>A capture to measure, and how results call it.</summary>
internal sealed record BenchModel(string Name, NamModel Model) : IDisposable
{
    /// <summary>Frees the model.</summary>
    public void Dispose() => Model.Dispose();
}
