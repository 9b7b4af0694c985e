namespace NamPlugin.Dsp.Plans;

/// <summary>What lowering one model, perhaps nested in another, yields.</summary>
/// <param name="Output">The signal that carries the model's output.</param>
/// <param name="ReceptiveFieldSamples">Input samples an output sample depends on, itself included; of recurrent parts only themselves.</param>
/// <param name="PrewarmSamples">Silent samples to run first; 0 when feed-forward throughout.</param>
internal readonly record struct LoweredModel(Signal Output, int ReceptiveFieldSamples, int PrewarmSamples);
