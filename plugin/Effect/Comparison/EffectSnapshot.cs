using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Effect.Comparison;

/// <summary>
/// An instance at a moment: its values, the names of its files and, where somebody wants them back quickly, the files themselves. Holds what it names.
/// [main-thread]
/// </summary>
internal sealed class EffectSnapshot : IDisposable
{
    /// <summary>What stands for a value that nobody named.</summary>
    public const double Unnamed = double.NaN;

    private const int FileKinds = (int)FileKind.SecondResponse + 1;

    private readonly SharedResource?[] _loaded = new SharedResource?[FileKinds];

    /// <summary>Nothing named yet.</summary>
    public EffectSnapshot() => Array.Fill(Values, Unnamed);

    /// <summary>In the order of <see cref="ParameterTable.All"/>, in the parameters' units.</summary>
    public double[] Values { get; } = new double[ParameterTable.All.Length];

    /// <summary>In the order of <see cref="FileKind"/>, held; null for none.</summary>
    public FileReference?[] Files { get; } = new FileReference?[FileKinds];

    /// <summary>Names a file, whose hold is taken over.</summary>
    public void Name(FileKind kind, FileReference? file)
    {
        Files[(int)kind]?.Release();
        Files[(int)kind] = file;
    }

    /// <summary>Gives a file's hold to the caller, and forgets it.</summary>
    public FileReference? Take(FileKind kind)
    {
        var file = Files[(int)kind];
        Files[(int)kind] = null;
        return file;
    }

    /// <summary>Keeps a loaded file in memory, whose hold is taken over: whoever asks for it next need not read it.</summary>
    public void Keep(FileKind kind, SharedResource? loaded)
    {
        _loaded[(int)kind]?.Release();
        _loaded[(int)kind] = loaded;
    }

    /// <summary>Gives the default to what nobody named.</summary>
    public void Complete()
    {
        foreach (var parameter in ParameterTable.All)
        {
            if (double.IsNaN(Values[parameter.Index]))
                Values[parameter.Index] = parameter.Default;
        }
    }

    /// <summary>Lets everything go.</summary>
    public void Dispose()
    {
        for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
        {
            Name(kind, null);
            Keep(kind, null);
        }
    }
}
