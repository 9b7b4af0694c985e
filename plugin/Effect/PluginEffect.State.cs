using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Effect;

/// <content>Saving and restoring.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>No state is longer.</summary>
    public const int LongestStateBytes = EffectState.LongestBytes;

    /// <summary>Everything that a session has to remember, as bytes that both plugin formats share. The caller owns them. [main-thread]</summary>
    public NativeBuffer<byte> SaveState(StatePurpose purpose = StatePurpose.Session) => EffectState.Write(_values.Span, ModelPath, purpose);

    /// <summary>
    /// Restores what <see cref="SaveState"/> gave, from this or any other version: unknown keys are skipped, missing ones keep their defaults,
    /// and bytes that are no state at all change nothing. What belongs to the machine stays as it is where a state does not name it. [main-thread]
    /// </summary>
    public bool TryLoadState(ReadOnlySpan<byte> state, StatePurpose purpose = StatePurpose.Session)
    {
        Span<double> values = stackalloc double[ParameterTable.All.Length];
        if (!TryReadState(state, values, out var modelPath, purpose))
            return false;
        for (var index = 0; index < values.Length; index++)
            SetValue(index, values[index]);
        RestoreModel(modelPath);
        _host.NotifyChanged();
        return true;
    }

    /// <summary>What <see cref="TryLoadState"/> would set, without setting it. [main-thread]</summary>
    internal bool TryReadState(ReadOnlySpan<byte> state, Span<double> values, out string? modelPath, StatePurpose purpose)
    {
        foreach (var parameter in ParameterTable.All)
            values[parameter.Index] = IsMachineBound(parameter) ? GetValue(parameter.Index) : parameter.Default;
        if (!EffectState.TryRead(state, values, out modelPath))
            return false;
        foreach (var parameter in ParameterTable.All)
        {
            if (purpose == StatePurpose.Preset && IsMachineBound(parameter))
                values[parameter.Index] = GetValue(parameter.Index);
        }

        return true;
    }

    private static bool IsMachineBound(Parameter parameter) => parameter.Flags.HasFlag(ParameterFlags.MachineBound);
}
