using System.Collections.Concurrent;

namespace NamPlugin.Host.Requests;

/// <summary>
/// Everything one plugin instance asked of its host, counted and kept in order. Plugins may ask from any thread, so every member may be used from any.
/// Rules that a request breaks (a wrong thread, a wrong moment) are <see cref="Violations"/>; a healthy plugin has none.
/// </summary>
public sealed class HostRequests
{
    private int _restarts, _latencyChanges, _tailChanges, _valueChanges, _infoChanges, _portChanges, _flushes, _callbacks, _processCalls, _dirtyMarks;

    /// <summary>Deactivate and activate again, please.</summary>
    public int Restarts => _restarts;

    /// <summary>The latency is another one now.</summary>
    public int LatencyChanges => _latencyChanges;

    /// <summary>The tail is another one now.</summary>
    public int TailChanges => _tailChanges;

    /// <summary>Read all values again.</summary>
    public int ValueChanges => _valueChanges;

    /// <summary>Read names, ranges or texts again.</summary>
    public int InfoChanges => _infoChanges;

    /// <summary>Read the buses again.</summary>
    public int PortChanges => _portChanges;

    /// <summary>CLAP: call flush or process soon.</summary>
    public int Flushes => _flushes;

    /// <summary>CLAP: call back on the main thread.</summary>
    public int Callbacks => _callbacks;

    /// <summary>CLAP: wake up and process.</summary>
    public int ProcessCalls => _processCalls;

    /// <summary>The session has something to save.</summary>
    public int DirtyMarks => _dirtyMarks;

    /// <summary>Reported edits, in order.</summary>
    public ConcurrentQueue<ParameterEdit> Edits { get; } = new();

    /// <summary>Messages, in order.</summary>
    public ConcurrentQueue<LogLine> Log { get; } = new();

    /// <summary>CLAP: presets that were loaded, by their paths, in order.</summary>
    public ConcurrentQueue<string> PresetsLoaded { get; } = new();

    /// <summary>CLAP: why presets could not be loaded, in the plugin's words, in order.</summary>
    public ConcurrentQueue<string> PresetErrors { get; } = new();

    /// <summary>Rules broken, in order, each in words.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    internal void AddRestart() => Interlocked.Increment(ref _restarts);

    internal void AddLatencyChange() => Interlocked.Increment(ref _latencyChanges);

    internal void AddTailChange() => Interlocked.Increment(ref _tailChanges);

    internal void AddValueChange() => Interlocked.Increment(ref _valueChanges);

    internal void AddInfoChange() => Interlocked.Increment(ref _infoChanges);

    internal void AddPortChange() => Interlocked.Increment(ref _portChanges);

    internal void AddFlush() => Interlocked.Increment(ref _flushes);

    internal void AddCallback() => Interlocked.Increment(ref _callbacks);

    internal void AddProcessCall() => Interlocked.Increment(ref _processCalls);

    internal void AddDirtyMark() => Interlocked.Increment(ref _dirtyMarks);
}
