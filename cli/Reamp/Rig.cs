using NamPlugin.Dsp.Convolution;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Reamp;

/// <summary>What all recordings of a run are played through: loaded once, never changed, shared by all jobs.</summary>
internal sealed class Rig : IDisposable
{
    private readonly IReadOnlyList<string> _responsePaths;
    private readonly Dictionary<int, IReadOnlyList<ImpulseResponse>> _responses = [];

    private Rig(ModelVariants variants, ModelMetadata metadata, IReadOnlyList<string> warnings, IReadOnlyList<string> responsePaths)
    {
        Variants = variants;
        Metadata = metadata;
        Warnings = warnings;
        _responsePaths = responsePaths;
    }

    /// <summary>The capture at every width.</summary>
    public ModelVariants Variants { get; }

    /// <summary>What the capture says about itself.</summary>
    public ModelMetadata Metadata { get; }

    /// <summary>What loading had to say.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether the capture is mono in and out, as the chain needs it.</summary>
    public bool IsMono => Variants is { InputChannels: 1, OutputChannels: 1 };

    /// <summary>Loads everything.</summary>
    /// <exception cref="FileFormatException">A file is not what it should be.</exception>
    public static Rig Load(ReampSettings settings)
    {
        using var model = ModelFile.Load(settings.ModelPath);
        var rig = new Rig(ModelVariants.Compile(model, LaneWidths.Widest), model.Metadata, model.Warnings, settings.ImpulseResponsePaths);
        try
        {
            // A response that cannot be used should stop the run at once, not at the first recording.
            rig.ImpulseResponsesFor((int)Math.Round(rig.Variants.SampleRateHz));
            return rig;
        }
        catch
        {
            rig.Dispose();
            throw;
        }
    }

    /// <summary>The impulse responses prepared for a rate. Any thread.</summary>
    public IReadOnlyList<ImpulseResponse> ImpulseResponsesFor(int sampleRateHz)
    {
        lock (_responses)
        {
            if (!_responses.TryGetValue(sampleRateHz, out var responses))
            {
                responses = [.. _responsePaths.Select(path => LoadResponse(path, sampleRateHz))];
                _responses.Add(sampleRateHz, responses);
            }

            return responses;
        }
    }

    private static ImpulseResponse LoadResponse(string path, int sampleRateHz)
    {
        try
        {
            return ImpulseResponse.Load(path, sampleRateHz, new ImpulseResponseOptions());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFormatException.Unreadable(path, "a readable impulse response", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Variants.Dispose();
        foreach (var response in _responses.Values.SelectMany(static responses => responses))
            response.Dispose();
    }
}
