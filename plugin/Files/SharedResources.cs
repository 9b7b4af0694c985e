namespace NamPlugin.Plugin.Files;

/// <summary>Finds what is in use already, by what identifies it, so that a process holds one of each. Holds nothing itself. [thread-safe]</summary>
/// <typeparam name="TKey">What identifies a resource.</typeparam>
/// <typeparam name="T">The resource.</typeparam>
internal sealed class SharedResources<TKey, T>
    where TKey : notnull
    where T : SharedResource
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, T> _inUse = [];

    /// <summary>The resource, held for the caller, or null when nobody uses it.</summary>
    public T? TryHold(TKey key)
    {
        lock (_gate)
            return _inUse.TryGetValue(key, out var resource) && resource.TryHold() ? resource : null;
    }

    /// <summary>
    /// Makes a resource known, unless another of the same key is: the caller gives the one it made and goes on with the one it gets, held.
    /// </summary>
    public T Share(TKey key, T made)
    {
        lock (_gate)
        {
            if (_inUse.TryGetValue(key, out var known) && known != made && known.TryHold())
            {
                made.Release();
                return known;
            }

            _inUse[key] = made;
            return made;
        }
    }

    /// <summary>Forgets a resource that is being freed.</summary>
    public void Forget(TKey key, T resource)
    {
        lock (_gate)
        {
            if (_inUse.TryGetValue(key, out var known) && known == resource)
                _inUse.Remove(key);
        }
    }
}
