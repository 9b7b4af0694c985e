using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect.Comparison;
using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Effect;

/// <content>Saving and restoring.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>No state is longer.</summary>
    public const int LongestStateBytes = StateReader.LongestBytes;

    private const ParameterFlags NotInPresets = ParameterFlags.MachineBound | ParameterFlags.Momentary;

    /// <summary>Everything that a session has to remember, as bytes that both plugin formats share. The caller owns them. [main-thread]</summary>
    public NativeBuffer<byte> SaveState(StatePurpose purpose = StatePurpose.Session)
    {
        using var sound = Remember();
        return purpose == StatePurpose.Preset
            ? StateWriter.Write(sound, NotInPresets)
            : StateWriter.Write(sound, ParameterFlags.None, _other, Side);
    }

    /// <summary>
    /// Restores what <see cref="SaveState"/> gave, from this or any other version: unknown keys are skipped, missing ones keep their
    /// defaults, and bytes that are no state at all change nothing. What belongs to the machine stays as it is where a state does not name it, and so
    /// does what a preset was saved without. Values count at once; files are loaded later and elsewhere. [main-thread]
    /// </summary>
    /// <param name="state">The bytes.</param>
    /// <param name="purpose">What they were saved for.</param>
    /// <param name="folder">Where the session or preset lies, for files beside it; null when unknown.</param>
    public bool TryLoadState(ReadOnlySpan<byte> state, StatePurpose purpose = StatePurpose.Session, string? folder = null)
    {
        using var contents = new StateContents();
        if (!TryReadState(state, contents, purpose))
            return false;

        for (var index = 0; index < contents.Sound.Values.Length; index++)
            SetValue(index, contents.Sound.Values[index]);
        lock (_gate)
        {
            for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
                _files[(int)kind].Request(new FileRequest(contents.Sound.Take(kind), IsSession: true, folder));
        }

        // A preset is one more sound for the side that sounds.
        if (!contents.IsPreset)
            RestoreComparison(contents);
        LoaderThread.Shared.Wake();
        _host.NotifyValuesChanged();
        return true;
    }

    /// <summary>The values that <see cref="TryLoadState"/> would set, without setting them. [main-thread]</summary>
    internal bool TryReadValues(ReadOnlySpan<byte> state, Span<double> values, StatePurpose purpose)
    {
        using var contents = new StateContents();
        var isState = TryReadState(state, contents, purpose);
        contents.Sound.Values.CopyTo(values);
        return isState;
    }

    private bool TryReadState(ReadOnlySpan<byte> state, StateContents contents, StatePurpose purpose)
    {
        if (!StateReader.TryRead(state, contents))
            return false;
        contents.IsPreset |= purpose == StatePurpose.Preset;
        foreach (var parameter in ParameterTable.All)
        {
            ref var value = ref contents.Sound.Values[parameter.Index];
            var isNamed = !double.IsNaN(value);
            var stays = parameter.Flags.HasFlag(ParameterFlags.MachineBound)
                ? contents.IsPreset || !isNamed
                : contents.IsPreset && !isNamed && parameter.Flags.HasFlag(ParameterFlags.CostBound);
            if (stays)
                value = GetValue(parameter.Index);
        }

        contents.Sound.Complete();
        return true;
    }

    // What the session names, which may still be on its way.
    private EffectSnapshot Remember()
    {
        var sound = new EffectSnapshot();
        _values.Span.CopyTo(sound.Values);
        lock (_gate)
        {
            for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
                sound.Name(kind, _files[(int)kind].Reference?.Hold());
        }

        return sound;
    }
}
