namespace NamPlugin.Plugin.Files;

/// <summary>
/// Something that several instances hold, freed by the last one to let go. Unmanaged memory is behind it, so the moment is chosen, not left to
/// the garbage collector. [thread-safe]
/// </summary>
internal abstract class SharedResource
{
    private int _holders = 1;

    /// <summary>One more holder, unless the last one has just gone.</summary>
    public bool TryHold()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>One holder less.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            Free();
    }

    /// <summary>Nobody holds it any more.</summary>
    protected abstract void Free();
}
