using NamPlugin.Plugin.Effect.Comparison;
using NamPlugin.Plugin.Files;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Effect;

/// <content>
/// Two sounds to compare, of which one sounds. What belongs to the machine and the bypass have no part in it. There is no host parameter for it: a
/// parameter would be a value of each side and of the choice between them at once.
/// </content>
public sealed unsafe partial class PluginEffect
{
    // The side that does not sound. None until the first switch or copy: until then it is whatever sounds.
    private EffectSnapshot? _other;

    /// <summary>Which side sounds. [main-thread]</summary>
    public ComparisonSide Side { get; private set; }

    /// <summary>Whether the side that does not sound would sound different. [main-thread]</summary>
    public bool IsOtherSideDifferent
    {
        get
        {
            if (_other is not { } other)
                return false;
            foreach (var parameter in ParameterTable.All)
            {
                if (HasPart(parameter) && GetValue(parameter.Index) != other.Values[parameter.Index])
                    return true;
            }

            lock (_gate)
            {
                for (var kind = 0; kind < _files.Length; kind++)
                {
                    if (!FileReference.AreSame(_files[kind].Wanted, other.Files[kind]))
                        return true;
                }
            }

            return false;
        }
    }

    /// <summary>
    /// Lets the other side sound. Values move as they do when they are turned, files fade over as others do; those of the side that fell silent stay
    /// in memory. The host hears of one change. [main-thread]
    /// </summary>
    public void SwitchSide()
    {
        var silent = Freeze();
        using var sounding = _other;
        _other = silent;
        Side = Side == ComparisonSide.A ? ComparisonSide.B : ComparisonSide.A;
        if (sounding is null)
            _host.NotifySessionChanged();
        else
            Bring(sounding);
    }

    /// <summary>Copies one side over the other. When it is the other one that sounds, the host hears of one change. [main-thread]</summary>
    /// <param name="from">Which stays as it is.</param>
    public void CopySide(ComparisonSide from)
    {
        if (from == Side)
        {
            _other?.Dispose();
            _other = Freeze();
            _host.NotifySessionChanged();
        }
        else if (_other is { } other)
        {
            Bring(other);
        }
    }

    private static bool HasPart(Parameter parameter) => (parameter.Flags & StateWriter.NotOfTheSound) == ParameterFlags.None;

    private EffectSnapshot Freeze()
    {
        var sound = new EffectSnapshot();
        _values.Span.CopyTo(sound.Values);
        lock (_gate)
        {
            for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
            {
                var slot = _files[(int)kind];
                sound.Name(kind, slot.Wanted?.Hold());
                sound.Keep(kind, slot.HoldLoaded());
            }
        }

        return sound;
    }

    private void Bring(EffectSnapshot sound)
    {
        foreach (var parameter in ParameterTable.All)
        {
            if (HasPart(parameter))
                SetValue(parameter.Index, sound.Values[parameter.Index]);
        }

        lock (_gate)
        {
            for (var kind = 0; kind < _files.Length; kind++)
            {
                var file = sound.Files[kind];
                if (!FileReference.AreSame(_files[kind].Wanted, file))
                    _files[kind].Request(new FileRequest(file?.Hold(), IsSession: true, Folder: null));
            }
        }

        LoaderThread.Shared.Wake();
        _host.NotifyValuesChanged();
        _host.NotifySessionChanged();
    }

    private void RestoreComparison(StateContents contents)
    {
        _other?.Dispose();
        _other = contents.Other;
        Side = _other is null ? ComparisonSide.A : contents.Side;
        contents.Other = null;
    }
}
