using NamPlugin.Plugin.Effect;

namespace NamPlugin.Effect.Tests.Playing;

/// <summary>A host that counts what it is told.</summary>
internal sealed class RecordedHost : IEffectHost
{
    private int _valueChanges, _sessionChanges;

    public int ValueChanges => _valueChanges;

    public int SessionChanges => _sessionChanges;

    public List<string> Reports { get; } = [];

    public void RequestLatencyChange()
    {
    }

    public void NotifyValuesChanged() => Interlocked.Increment(ref _valueChanges);

    public void NotifySessionChanged() => Interlocked.Increment(ref _sessionChanges);

    public void RequestProcessing()
    {
    }

    public void Report(string message)
    {
        lock (Reports)
            Reports.Add(message);
    }

    /// <summary>Forgets what it was told.</summary>
    public void Clear()
    {
        _valueChanges = 0;
        _sessionChanges = 0;
        lock (Reports)
            Reports.Clear();
    }
}
