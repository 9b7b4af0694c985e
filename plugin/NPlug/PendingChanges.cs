using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// What the effect became by itself and the host has not been told. A host may be told only on its main thread, which is where it gave us its
/// ear, and VST3 has no way to ask for a call there: what changed waits for the host's next one. Some hosts set values on audio threads.
/// </summary>
internal sealed class PendingChanges : IEffectHost
{
    // Beside the flags of restartComponent.
    private const int SessionChanged = 1 << 30;

    private int _changes;
    private int _mainThread;

    /// <summary>The calling thread is the one on which the host may be told. [main-thread]</summary>
    public void BelongHere() => _mainThread = Environment.CurrentManagedThreadId;

    /// <summary>Takes what there is to tell; nothing on any other thread. [thread-safe]</summary>
    /// <param name="isUnsaved">Whether the session should be saved again.</param>
    public RestartFlags Take(out bool isUnsaved)
    {
        var isMainThread = Environment.CurrentManagedThreadId == _mainThread;
        var changes = isMainThread && Volatile.Read(ref _changes) != 0 ? Interlocked.Exchange(ref _changes, 0) : 0;
        var flags = (RestartFlags)(changes & ~SessionChanged);
        isUnsaved = flags.HasFlag(RestartFlags.ParameterValuesChanged) || (changes & SessionChanged) != 0;
        return flags;
    }

    /// <summary>The host knows the values already. [thread-safe]</summary>
    public void ForgetValues() => Interlocked.And(ref _changes, ~(int)RestartFlags.ParameterValuesChanged);

    /// <inheritdoc/>
    void IEffectHost.RequestLatencyChange() => Interlocked.Or(ref _changes, (int)RestartFlags.LatencyChanged);

    /// <inheritdoc/>
    void IEffectHost.NotifyValuesChanged() => Interlocked.Or(ref _changes, (int)RestartFlags.ParameterValuesChanged);

    /// <inheritdoc/>
    void IEffectHost.NotifySessionChanged() => Interlocked.Or(ref _changes, SessionChanged);

    /// <inheritdoc/>
    /// <remarks>A VST3 host goes on processing whatever comes out.</remarks>
    void IEffectHost.RequestProcessing()
    {
    }

    /// <inheritdoc/>
    void IEffectHost.Report(string message) => StandardError.Write(message);
}
