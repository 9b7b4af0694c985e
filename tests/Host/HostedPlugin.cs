using NamPlugin.Host.Audio;
using NamPlugin.Host.Requests;

namespace NamPlugin.Host;

/// <summary>
/// One plugin instance, the same to a caller in either format. Main-thread members belong to the thread that created it; the audio-thread ones to one
/// thread at a time, which may be that one. What a format demands and the plugin denies is a <see cref="HostException"/>.
/// </summary>
public abstract class HostedPlugin : IDisposable
{
    private readonly int _mainThread = Environment.CurrentManagedThreadId;

    // Set while this thread is inside an [audio-thread] call, so that a callback can tell where it comes from.
    [ThreadStatic]
    private static HostedPlugin? t_processing;

    private protected HostedPlugin(PluginClass pluginClass) => Class = pluginClass;

    /// <summary>What it is an instance of.</summary>
    public PluginClass Class { get; }

    /// <summary>What it asked of the host so far.</summary>
    public HostRequests Requests { get; } = new();

    /// <summary>Its parameters, in its order.</summary>
    public abstract IReadOnlyList<HostedParameter> Parameters { get; }

    /// <summary>Channels of its main buses.</summary>
    public abstract AudioLayout Layout { get; }

    /// <summary>What it tells of its runtime's memory; null where it tells nothing.</summary>
    public abstract RuntimeCounters? Counters { get; }

    /// <summary>Whether it takes 64-bit samples.</summary>
    public abstract bool SupportsDouble { get; }

    /// <summary>What it was activated with; null while it is not active.</summary>
    public ProcessingSetup? Setup { get; private set; }

    /// <summary>Frames by which the output lags. [main-thread], active</summary>
    public abstract int LatencySamples { get; }

    /// <summary>Frames for which it sounds on after the input has ended; <see cref="int.MaxValue"/> when for ever.</summary>
    public abstract int TailSamples { get; }

    /// <summary>Most bytes that one call of a state stream reads or writes; hosts may limit it.</summary>
    public int StreamChunkBytes { get; set; } = int.MaxValue;

    /// <summary>The parameter of an id.</summary>
    public HostedParameter Parameter(uint id) => Parameters.FirstOrDefault(parameter => parameter.Id == id) ?? throw new HostException($"{Class.Name} has no parameter {id}.");

    /// <summary>The parameter of a name.</summary>
    public HostedParameter Parameter(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw new HostException($"{Class.Name} has no parameter called {name}.");

    /// <summary>Asks for channel counts. [main-thread], not active</summary>
    /// <returns>False when the plugin has no such layout; then it keeps the one it had.</returns>
    public abstract bool TrySetLayout(AudioLayout layout);

    /// <summary>Readies it for processing. [main-thread], not active</summary>
    public void Activate(ProcessingSetup setup)
    {
        if (Setup is not null)
            throw new InvalidOperationException("The plugin is active already.");
        ActivateCore(setup);
        Setup = setup;
    }

    /// <summary>Ends processing. [main-thread], active</summary>
    public void Deactivate()
    {
        if (Setup is null)
            throw new InvalidOperationException("The plugin is not active.");
        Setup = null;
        DeactivateCore();
    }

    /// <summary>Deactivates and activates with the same setup, as a plugin may ask for. [main-thread], active</summary>
    public void Restart()
    {
        var setup = Setup ?? throw new InvalidOperationException("The plugin is not active.");
        Deactivate();
        Activate(setup);
    }

    /// <summary>Clears what sounds on. [audio-thread], active</summary>
    public abstract void Reset();

    /// <summary>Plays one block, with the parameter changes that fall into it. [audio-thread], active</summary>
    /// <param name="buffers">Loaded with the input.</param>
    /// <param name="changes">In the order of their frames, counted from the block's start.</param>
    /// <exception cref="HostException">The plugin failed, or touched memory that it must not.</exception>
    public BlockResult Process(AudioBuffers buffers, ReadOnlySpan<AutomationPoint> changes = default)
    {
        if (Setup is null)
            throw new InvalidOperationException("The plugin is not active.");
        var outer = EnterAudioThread();
        BlockResult result;
        try
        {
            result = ProcessCore(buffers, changes);
        }
        finally
        {
            LeaveAudioThread(outer);
        }

        if (buffers.Inspect() is { } trespass)
            throw new HostException($"{Class.Name} {trespass}.");
        if (result.OutputIsSilent && !buffers.OutputIsZero)
            throw new HostException($"{Class.Name} calls its output silent, which it is not.");
        return result;
    }

    /// <summary>
    /// Hands over parameter changes without audio; VST3's processor hears of those made while it is not active with its first block.
    /// [main-thread] while not active, [audio-thread] while active
    /// </summary>
    public abstract void Flush(ReadOnlySpan<AutomationPoint> changes);

    /// <summary>The plain value that the plugin reports. [main-thread]</summary>
    public abstract double GetValue(uint id);

    /// <summary>Sets one plain value without audio. [main-thread]</summary>
    public void SetValue(uint id, double plain) => Flush([new AutomationPoint(0, id, plain)]);

    /// <summary>The text of a plain value. [main-thread]</summary>
    public abstract string FormatValue(uint id, double plain);

    /// <summary>The plain value of a text. [main-thread]</summary>
    public abstract bool TryParseValue(uint id, string text, out double plain);

    /// <summary>The bytes a session keeps. [main-thread]</summary>
    public abstract byte[] SaveState();

    /// <summary>Takes the bytes of a session. [main-thread]</summary>
    /// <returns>False when the plugin refuses them.</returns>
    public abstract bool TryLoadState(ReadOnlySpan<byte> state);

    /// <summary>Loads a preset in the format that hosts keep presets in: CLAP's plugin's own files, <c>.vstpreset</c> in VST3. [main-thread]</summary>
    /// <returns>False when the plugin refuses it.</returns>
    public abstract bool TryLoadPreset(string path);

    /// <summary>Does what waits for the main thread: calls back who asked for it, runs timers and ready file descriptors. [main-thread]</summary>
    public abstract void Idle();

    /// <summary>Destroys the instance, ending processing first. [main-thread]</summary>
    public void Dispose()
    {
        if (Setup is not null)
            Deactivate();
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the calling thread counts as the main thread for the plugin.</summary>
    internal bool IsMainThread => Environment.CurrentManagedThreadId == _mainThread && t_processing != this;

    /// <summary>Whether the calling thread is inside a call that belongs to the audio thread.</summary>
    internal bool IsAudioThread => t_processing == this;

    /// <summary>
    /// Begins processing and lays out a process call that another thread may make, block after block, in place of <see cref="Process"/>.
    /// [main-thread], active; the call must be over before deactivation
    /// </summary>
    internal abstract NativeCall PrepareNativeCall(in NativeBlock block);

    private protected abstract void ActivateCore(ProcessingSetup setup);

    private protected abstract void DeactivateCore();

    private protected abstract BlockResult ProcessCore(AudioBuffers buffers, ReadOnlySpan<AutomationPoint> changes);

    private protected abstract void Dispose(bool isDisposing);

    private protected HostedPlugin? EnterAudioThread()
    {
        var outer = t_processing;
        t_processing = this;
        return outer;
    }

    private protected static void LeaveAudioThread(HostedPlugin? outer) => t_processing = outer;
}
