using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Effect;

/// <content>Saving and restoring.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>Everything that a session has to remember, as bytes that both plugin formats share. The caller owns them. [main-thread]</summary>
    public NativeBuffer<byte> SaveState() => EffectState.Write(_values.Span, _model?.Path);

    /// <summary>
    /// Restores what <see cref="SaveState"/> gave, from this or any other version: unknown keys are skipped, missing ones keep their defaults,
    /// and bytes that are no state at all change nothing. [main-thread]
    /// </summary>
    public bool TryLoadState(ReadOnlySpan<byte> state)
    {
        Span<double> values = stackalloc double[ParameterTable.All.Length];
        if (!EffectState.TryRead(state, values, out var modelPath))
            return false;
        for (var index = 0; index < values.Length; index++)
            SetValue(index, values[index]);
        if (modelPath is not null && modelPath != _model?.Path)
            TryLoadModel(modelPath, out _);
        _host.NotifyChanged();
        return true;
    }
}
