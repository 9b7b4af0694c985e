using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>
/// What the plugin tells its host. Much of it the host takes on its main thread only: from elsewhere it is noted, and the host is asked to call
/// back there.
/// </summary>
internal sealed unsafe class ClapHostBridge(ClapHost* host) : IEffectHost
{
    private const int ValuesChanged = 1;
    private const int SessionChanged = 2;

    private LatencyExtension.Host _latency;
    private TailExtension.Host _tail;
    private ParametersExtension.Host _parameters;
    private StateExtension.Host _state;
    private ThreadCheckExtension.Host _threads;
    private LogExtension.Host _log;
    private TrackInfoExtension.Host _track;
    private ResourceDirectoryExtension.Host _resources;
    private int _due;
    private volatile bool _isActive;
    private volatile bool _isLoadingState;

    /// <summary>The host itself, for what only one extension tells it.</summary>
    public ClapHost* Native => host;

    /// <summary>Whether the host has activated the plugin.</summary>
    public bool IsActive
    {
        get => _isActive;
        set => _isActive = value;
    }

    /// <summary>The host's menu at a parameter. From <see cref="Connect"/> on.</summary>
    public ContextMenuExtension.Host ContextMenu { get; private set; }

    /// <summary>Asks for the host's extensions, which it answers from <c>clap_plugin.init</c> on. [main-thread]</summary>
    public void Connect()
    {
        _latency = new(host);
        _tail = new(host);
        _parameters = new(host);
        _state = new(host);
        _threads = new(host);
        _log = new(host);
        _track = new(host);
        _resources = new(host);
        ContextMenu = new(host);
    }

    /// <inheritdoc/>
    /// <remarks>CLAP lets a latency change during activation only, so an active plugin has to be activated again.</remarks>
    public void RequestLatencyChange()
    {
        if (_isActive && host->RequestRestart != null)
            host->RequestRestart(host);
    }

    /// <inheritdoc/>
    public void NotifyValuesChanged() => Announce(ValuesChanged);

    /// <inheritdoc/>
    public void NotifySessionChanged() => Announce(SessionChanged);

    /// <inheritdoc/>
    public void RequestProcessing()
    {
        if (_isActive && host->RequestProcess != null)
            host->RequestProcess(host);
    }

    /// <inheritdoc/>
    public void Report(string message) => Log(LogSeverity.Warning, message);

    /// <summary>The host loads a state: what changes until <see cref="EndStateLoad"/> is no edit, and is announced once, then. [main-thread]</summary>
    public void BeginStateLoad() => _isLoadingState = true;

    /// <summary>The state is loaded, or was refused. [main-thread]</summary>
    public void EndStateLoad()
    {
        _isLoadingState = false;
        AnnounceDue();
    }

    /// <summary>Says what was noted. [main-thread]</summary>
    public void AnnounceDue()
    {
        var due = Interlocked.Exchange(ref _due, 0);
        if ((due & ValuesChanged) != 0)
            _parameters.AnnounceValues();
        if ((due & SessionChanged) != 0)
            _state.AnnounceUnsaved();
    }

    private void Announce(int due)
    {
        Interlocked.Or(ref _due, due);
        if (_isLoadingState)
            return;
        if (_threads.IsMainThread)
            AnnounceDue();
        else if (host->RequestCallback != null)
            host->RequestCallback(host);
    }

    /// <summary>The latency is another one from now on. Only while the plugin is being activated. [main-thread]</summary>
    public void AnnounceLatency() => _latency.AnnounceChange();

    /// <summary>The tail is another one from now on. [audio-thread]</summary>
    public void AnnounceTail() => _tail.AnnounceChange();

    /// <summary>Asks the host to take the plugin's own edits soon. Not from the audio thread. [thread-safe]</summary>
    public void RequestFlush() => _parameters.RequestFlush();

    /// <summary>What the host says of the instance's track; null where it says nothing. [main-thread]</summary>
    public TrackInfo? ReadTrack() => _track.Read();

    /// <summary>Asks the host for a folder in its project. [main-thread]</summary>
    public void RequestSharedDirectory() => _resources.RequestSharedDirectory();

    /// <summary>Writes to the host's log, or to standard error where it has none. [thread-safe]</summary>
    public void Log(LogSeverity severity, string message)
    {
        if (!_log.TryWrite(severity, message))
            StandardError.Write(message);
    }
}
