using NamPlugin.Dsp.Formats;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// One of an instance's files: what the session names, what has been asked for and what came of it. Main and loader thread meet here under the
/// instance's gate; the audio thread only leaves wishes.
/// </summary>
internal abstract class FileSlot(object gate, IEffectHost host)
{
    private FileRequest? _due;
    private FileRequest? _loading;
    private bool _isWorking;
    private int _steps;
    private int _listNumber;

    /// <summary>What the session names, whether or not it could be loaded; null for nothing. Under the gate.</summary>
    public FileReference? Reference { get; private set; }

    /// <summary>What will be in the slot when everything that was asked for is there; null for nothing. Under the gate.</summary>
    public FileReference? Wanted => (_due ?? _loading) is { } request ? request.Reference : Reference;

    /// <summary>Why what the session names does not sound, as a sentence for the user; null when it does. Under the gate.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether something was asked for that is not there yet. [thread-safe]</summary>
    /// <remarks>Looks at the work last, and work begins before its wish is taken: without the lock too, no moment between the two shows nothing.</remarks>
    public bool IsPending => Volatile.Read(ref _due) is not null || Volatile.Read(ref _steps) != 0 || Volatile.Read(ref _listNumber) != 0 || Volatile.Read(ref _isWorking);

    /// <summary>What it is called in messages.</summary>
    protected abstract string Noun { get; }

    /// <summary>The extensions of its files.</summary>
    protected abstract ReadOnlySpan<string> Extensions { get; }

    /// <summary>
    /// Asks for a file, in place of whatever was asked for before and is not there yet. The request's hold on the reference is taken over.
    /// [main-thread] under the gate
    /// </summary>
    public void Request(FileRequest request)
    {
        _due?.Reference?.Release();
        _due = request;
        if (request.IsSession)
        {
            // The session's word counts at once: it may be saved again before the file is there.
            Keep(request.Reference?.Hold());
            Problem = null;
        }
    }

    /// <summary>Asks for a file some places further in the folder. [audio-thread]</summary>
    public void RequestStep(int steps) => Interlocked.Add(ref _steps, steps);

    /// <summary>Asks for a file of the folder by its place in it, from 1 on. [audio-thread]</summary>
    public void RequestNumber(int number) => Volatile.Write(ref _listNumber, number);

    /// <summary>Does what is due; false when nothing was. [loader-thread]</summary>
    public bool TryWork()
    {
        FileRequest? request;
        int steps, number;
        string? current;
        lock (gate)
        {
            if (_due is null && Volatile.Read(ref _steps) == 0 && Volatile.Read(ref _listNumber) == 0)
                return false;
            Volatile.Write(ref _isWorking, true);
            steps = Interlocked.Exchange(ref _steps, 0);
            number = Interlocked.Exchange(ref _listNumber, 0);
            request = _due;
            _loading = request;
            Volatile.Write(ref _due, null);
            current = (request?.Reference ?? Reference)?.Path;
        }

        if (steps != 0 || number != 0)
        {
            var before = request;
            request = Choose(current, steps, number) is { } path ? new FileRequest(new FileReference(path, null, null), IsSession: false, null) : null;
            lock (gate)
                _loading = request;
            before?.Reference?.Release();
        }

        try
        {
            if (request is not null)
                Fulfil(request);
        }
        finally
        {
            lock (gate)
            {
                _loading = null;
                _isWorking = false;
                Monitor.PulseAll(gate);
            }

            request?.Reference?.Release();
        }

        return true;
    }

    /// <summary>Frees everything; neither audio nor loader runs for it any more. [main-thread]</summary>
    public virtual void Dispose()
    {
        _due?.Reference?.Release();
        Reference?.Release();
    }

    /// <summary>What is loaded, held for the caller; null for nothing. Under the gate.</summary>
    public abstract SharedResource? HoldLoaded();

    /// <summary>Loads a file; what it gives is held for <see cref="Take"/>. [loader-thread]</summary>
    /// <exception cref="FileFormatException">The file is not usable.</exception>
    protected abstract SharedResource Load(FoundFile file);

    /// <summary>Puts what was loaded, or nothing, in place of what sounds; takes over the hold on it. Under the gate.</summary>
    /// <returns>What changed for the host.</returns>
    protected abstract FileChange Take(SharedResource? loaded);

    private void Fulfil(FileRequest request)
    {
        if (request.Reference is not { } wanted)
        {
            Announce(Adopt(null, null, request));
            return;
        }

        try
        {
            using var found = request.IsSession ? FileSearch.Open(wanted, request.Folder) : FoundFile.Open(wanted.Path);
            var loaded = Load(found);
            found.Contents.TryHold();
            Announce(Adopt(loaded, Name(wanted, found), request));
            if (wanted.Contents is { } before && before != found.Contents)
                host.Report($"{wanted.Path} is not the {Noun} that the session was saved with: the file has changed. It plays as it is now.");
            else if (found.IsCopy)
                host.Report($"{wanted.Path} is not there. The session's own copy of the {Noun} plays.");
            // Sessions are saved on a main thread, which should find the work done.
            found.Contents.Compress();
        }
        catch (Exception exception) when (exception is FileFormatException or IOException or UnauthorizedAccessException or OutOfMemoryException or ArgumentException)
        {
            lock (gate)
            {
                if (request.IsSession && _due is null)
                    Problem = exception.Message;
            }

            host.Report(exception.Message);
        }
    }

    // What has no place of its own gets the one where it was found.
    private static FileReference Name(FileReference wanted, FoundFile found) =>
        Path.IsPathRooted(wanted.Path)
            ? new FileReference(wanted.Path, wanted.RelativePath ?? LibraryFolders.Relative(wanted.Path), found.Contents)
            : new FileReference(found.Path, LibraryFolders.Relative(found.Path), found.Contents);

    private FileChange Adopt(SharedResource? loaded, FileReference? reference, FileRequest request)
    {
        lock (gate)
        {
            if (_due is not null)
            {
                // Another wish came meanwhile; nobody waits for this one.
                loaded?.Release();
                reference?.Release();
                return FileChange.None;
            }

            Keep(reference);
            Problem = null;
            return Take(loaded) | (request.IsSession ? FileChange.None : FileChange.Session);
        }
    }

    // Outside the gate: a host may call back.
    private void Announce(FileChange change)
    {
        if (change.HasFlag(FileChange.Latency))
            host.RequestLatencyChange();
        if (change.HasFlag(FileChange.Session))
            host.NotifySessionChanged();
        if (change.HasFlag(FileChange.Sound))
            host.RequestProcessing();
    }

    private string? Choose(string? current, int steps, int number)
    {
        var folder = current is null ? null : Path.GetDirectoryName(current);
        if (folder is null)
        {
            var folders = LibraryFolders.All;
            folder = folders.Count > 0 ? folders[0] : "";
        }

        var files = FolderList.Of(folder, Extensions);
        if (number > 0)
            current = number <= files.Length ? files[number - 1] : current;
        return steps == 0 ? (number > 0 && number <= files.Length ? current : null) : FolderList.Step(files, current ?? "", steps);
    }

    private void Keep(FileReference? reference)
    {
        Reference?.Release();
        Reference = reference;
    }
}
