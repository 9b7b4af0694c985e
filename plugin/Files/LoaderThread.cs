namespace NamPlugin.Plugin.Files;

/// <summary>The one thread of the process that reads files, for all instances, so that neither a host's window nor its audio waits for a disk.</summary>
internal sealed class LoaderThread
{
    // A hostile or absurd nesting must fail as it does on a main thread, which has as much.
    private const int StackBytes = 8 << 20;

    private static readonly PosixSemaphore s_due = new();

    private readonly object _gate = new();
    private readonly List<IFileWork> _clients = [];
    private IFileWork? _working;
    private bool _isRunning;

    /// <summary>The thread of this process.</summary>
    public static LoaderThread Shared { get; } = new();

    /// <summary>Takes a client on. [main-thread]</summary>
    public void Join(IFileWork client)
    {
        lock (_gate)
        {
            _clients.Add(client);
            if (_isRunning)
                return;
            _isRunning = true;
            new Thread(Run, StackBytes) { IsBackground = true, Name = "NamPlugin files" }.Start();
        }
    }

    /// <summary>Lets a client go; when this returns nothing is done for it any more. [main-thread]</summary>
    public void Leave(IFileWork client)
    {
        lock (_gate)
        {
            _clients.Remove(client);
            while (_working == client)
                Monitor.Wait(_gate);
        }
    }

    /// <summary>Has it look for work. [audio-thread]</summary>
    public void Wake() => s_due.Raise();

    private void Run()
    {
        while (true)
        {
            s_due.Wait();
            while (WorkOnce())
            {
            }
        }
    }

    // One piece of work for each client in turn, so that none waits for all of another's.
    private bool WorkOnce()
    {
        var found = false;
        for (var index = 0; TryBegin(index) is { } client; index++)
        {
            found |= client.TryWork();
            lock (_gate)
            {
                _working = null;
                Monitor.PulseAll(_gate);
            }
        }

        return found;
    }

    private IFileWork? TryBegin(int index)
    {
        lock (_gate)
            return _working = index < _clients.Count ? _clients[index] : null;
    }
}
