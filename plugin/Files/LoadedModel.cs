using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Kernels.Lanes;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Plugin.Files;

/// <summary>A capture as loaded: every width packed, and what the file says about itself. Immutable, one for each content in a process.</summary>
internal sealed class LoadedModel : SharedResource
{
    private static readonly SharedResources<string, LoadedModel> s_inUse = new();

    private readonly string _sha256;

    private LoadedModel(string sha256, NamModel model)
    {
        _sha256 = sha256;
        Metadata = model.Metadata;
        Variants = ModelVariants.Compile(model, LaneWidths.Widest);
    }

    /// <summary>What the capture says about itself.</summary>
    public ModelMetadata Metadata { get; }

    /// <summary>The widths.</summary>
    public ModelVariants Variants { get; }

    /// <summary>The capture in a file, held for the caller; read only when nobody in the process has it. [loader-thread]</summary>
    /// <exception cref="FileFormatException">The file is not a capture that the chain can play.</exception>
    public static LoadedModel Load(FoundFile file) =>
        s_inUse.TryHold(file.Contents.Sha256) is { } known ? known : s_inUse.Share(file.Contents.Sha256, Read(file));

    /// <inheritdoc/>
    protected override void Free()
    {
        s_inUse.Forget(_sha256, this);
        Variants.Dispose();
    }

    private static LoadedModel Read(FoundFile file)
    {
        using var bytes = file.ReadBytes();
        using var model = ModelFile.Read(bytes.Span, file.Path);
        var loaded = new LoadedModel(file.Contents.Sha256, model);
        var (inputs, outputs) = (loaded.Variants.InputChannels, loaded.Variants.OutputChannels);
        if (inputs == 1 && outputs == 1)
            return loaded;
        loaded.Release();
        throw new FileFormatException(Path.GetFileName(file.Path), "", $"a capture with {inputs} inputs and {outputs} outputs", "one of each", "Use it with namplug reamp --raw.");
    }
}
