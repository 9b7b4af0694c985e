using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Effect;

/// <content>Saving and restoring.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>No state is longer.</summary>
    public const int LongestStateBytes = StateReader.LongestBytes;

    /// <summary>Everything that a session has to remember, as bytes that both plugin formats share. The caller owns them. [main-thread]</summary>
    public NativeBuffer<byte> SaveState(StatePurpose purpose = StatePurpose.Session)
    {
        var files = new FileReference?[_files.Length];
        lock (_gate)
        {
            for (var kind = 0; kind < files.Length; kind++)
                files[kind] = _files[kind].Reference?.Hold();
        }

        try
        {
            return StateWriter.Write(_values.Span, files, purpose);
        }
        finally
        {
            Release(files);
        }
    }

    /// <summary>
    /// Restores what <see cref="SaveState"/> gave, from this or any other version: unknown keys are skipped, missing ones keep their defaults,
    /// and bytes that are no state at all change nothing. What belongs to the machine stays as it is where a state does not name it. Values count at
    /// once; files are loaded later and elsewhere. [main-thread]
    /// </summary>
    /// <param name="state">The bytes.</param>
    /// <param name="purpose">What they were saved for.</param>
    /// <param name="folder">Where the session or preset lies, for files beside it; null when unknown.</param>
    public bool TryLoadState(ReadOnlySpan<byte> state, StatePurpose purpose = StatePurpose.Session, string? folder = null)
    {
        Span<double> values = stackalloc double[ParameterTable.All.Length];
        var files = new FileReference?[_files.Length];
        if (!TryReadState(state, values, files, purpose))
        {
            Release(files);
            return false;
        }

        for (var index = 0; index < values.Length; index++)
            SetValue(index, values[index]);
        lock (_gate)
        {
            for (var kind = 0; kind < files.Length; kind++)
                _files[kind].Request(new FileRequest(files[kind], IsSession: true, folder));
        }

        LoaderThread.Shared.Wake();
        _host.NotifyValuesChanged();
        return true;
    }

    /// <summary>The values that <see cref="TryLoadState"/> would set, without setting them. [main-thread]</summary>
    internal bool TryReadValues(ReadOnlySpan<byte> state, Span<double> values, StatePurpose purpose)
    {
        var files = new FileReference?[_files.Length];
        var isState = TryReadState(state, values, files, purpose);
        Release(files);
        return isState;
    }

    private bool TryReadState(ReadOnlySpan<byte> state, Span<double> values, Span<FileReference?> files, StatePurpose purpose)
    {
        foreach (var parameter in ParameterTable.All)
            values[parameter.Index] = IsMachineBound(parameter) ? GetValue(parameter.Index) : parameter.Default;
        if (!StateReader.TryRead(state, values, files))
            return false;
        foreach (var parameter in ParameterTable.All)
        {
            if (purpose == StatePurpose.Preset && IsMachineBound(parameter))
                values[parameter.Index] = GetValue(parameter.Index);
        }

        return true;
    }

    private static bool IsMachineBound(Parameter parameter) => parameter.Flags.HasFlag(ParameterFlags.MachineBound);

    private static void Release(FileReference?[] files)
    {
        foreach (var file in files)
            file?.Release();
    }
}
