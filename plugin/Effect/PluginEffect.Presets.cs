using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Presets;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Effect;

/// <content>Presets as files of our own.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>Loads a preset; the host hears of one change. Values count at once, files are loaded later and elsewhere. [main-thread]</summary>
    /// <exception cref="FileFormatException">It cannot be read, or is no preset; nothing changed.</exception>
    public void LoadPreset(string path)
    {
        using var preset = PresetFile.Read(path, out _);
        if (!TryLoadState(preset.Span, StatePurpose.Preset, Path.GetDirectoryName(path)))
            throw new FileFormatException(Path.GetFileName(path), "$", "something that cannot be restored", "a state", "Save it again from an instance that plays.");
        _host.NotifySessionChanged();
    }

    /// <summary>What sounds, as a preset. The caller owns the bytes. [main-thread]</summary>
    /// <param name="metadata">What to say about it.</param>
    /// <param name="keepsWidth">Whether it takes along what it costs; a preset without leaves the width alone.</param>
    public NativeBuffer<byte> SavePreset(PresetMetadata metadata, bool keepsWidth = true)
    {
        using var sound = Remember();
        using var state = StateWriter.Write(sound, NotInPresets | (keepsWidth ? ParameterFlags.None : ParameterFlags.CostBound));
        return PresetFile.Compose(state.Span, metadata with { Version = PluginIdentity.Version }, metadata.Name);
    }
}
