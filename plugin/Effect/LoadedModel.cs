using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// A capture as loaded: every width packed, and what the file says about itself. Immutable and shared by all instances that play it; the last
/// one to let go frees it.
/// </summary>
internal sealed class LoadedModel
{
    private int _users = 1;

    /// <summary>Packs a model. The model may be disposed afterwards; the caller holds the first reference. [main-thread]</summary>
    public LoadedModel(string path, NamModel model)
    {
        Path = path;
        Metadata = model.Metadata;
        Variants = ModelVariants.Compile(model, LaneWidths.Widest);
    }

    /// <summary>Where it was loaded from.</summary>
    public string Path { get; }

    /// <summary>What the capture says about itself.</summary>
    public ModelMetadata Metadata { get; }

    /// <summary>The widths.</summary>
    public ModelVariants Variants { get; }

    /// <summary>Whether the chain can play it.</summary>
    public bool IsMono => Variants is { InputChannels: 1, OutputChannels: 1 };

    /// <summary>One more user. [main-thread]</summary>
    public LoadedModel Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    /// <summary>One user less. [main-thread]</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            Variants.Dispose();
    }
}
