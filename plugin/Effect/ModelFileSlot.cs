using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.Voices;

namespace NamPlugin.Plugin.Effect;

/// <summary>The capture of an instance.</summary>
internal sealed class ModelFileSlot(object gate, IEffectHost host, int lanes) : VoicedFileSlot<LoadedModel, ModelVoice>(gate, host, lanes)
{
    private static readonly string[] s_extensions = [".nam", ".namb"];

    /// <inheritdoc/>
    protected override string Noun => "capture";

    /// <inheritdoc/>
    protected override ReadOnlySpan<string> Extensions => s_extensions;

    /// <inheritdoc/>
    protected override SharedResource Load(FoundFile file) => LoadedModel.Load(file);

    /// <inheritdoc/>
    protected override ModelVoice MakeVoice(LoadedModel? file) => file is null ? new ModelVoice() : new ModelVoice(file, SampleRateHz, Lanes);
}
