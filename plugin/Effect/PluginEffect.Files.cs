using NamPlugin.Dsp.Models;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Effect;

/// <content>The files of an instance: a capture and two impulse responses.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>Whether a file has been asked for that is not there yet. [thread-safe]</summary>
    public bool IsLoading
    {
        get
        {
            foreach (var slot in _files)
            {
                if (slot.IsPending)
                    return true;
            }

            return false;
        }
    }

    /// <summary>What the loaded capture says about itself. [main-thread]</summary>
    public ModelMetadata ModelMetadata
    {
        get
        {
            lock (_gate)
                return _model.Loaded?.Metadata ?? ModelMetadata.Empty;
        }
    }

    /// <summary>Path of the file that the session names, whether or not it could be loaded; null for none. [main-thread]</summary>
    public string? PathOf(FileKind kind)
    {
        lock (_gate)
            return _files[(int)kind].Reference?.Path;
    }

    /// <summary>Why the file that the session names does not sound, as a sentence for the user; null when it does. [main-thread]</summary>
    public string? ProblemOf(FileKind kind)
    {
        lock (_gate)
            return _files[(int)kind].Problem;
    }

    /// <summary>
    /// Loads a file and fades over to it, both later and elsewhere. When it cannot be loaded the old one stays, and the host is told. [main-thread]
    /// </summary>
    /// <param name="kind">What for.</param>
    /// <param name="path">A `.nam` or `.namb` file, or a `.wav` for impulse responses.</param>
    public void Load(FileKind kind, string path) => Request(kind, new FileRequest(new FileReference(Path.GetFullPath(path), null, null), IsSession: false, Folder: null));

    /// <summary>Takes a file out: the sound goes through. [main-thread]</summary>
    public void Unload(FileKind kind) => Request(kind, new FileRequest(null, IsSession: false, Folder: null));

    /// <summary>Waits until nothing is pending. [main-thread]</summary>
    /// <returns>False when the time is over before.</returns>
    public bool WaitForFiles(TimeSpan most)
    {
        var end = Environment.TickCount64 + (long)most.TotalMilliseconds;
        lock (_gate)
        {
            while (IsLoading)
            {
                var left = end - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_gate, TimeSpan.FromMilliseconds(left)))
                    return !IsLoading;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    bool IFileWork.TryWork()
    {
        var found = false;
        foreach (var slot in _files)
            found |= slot.TryWork();
        return found;
    }

    private void Request(FileKind kind, FileRequest request)
    {
        lock (_gate)
            _files[(int)kind].Request(request);
        LoaderThread.Shared.Wake();
    }
}
