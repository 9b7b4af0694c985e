namespace NamPlugin.Realtime.Playing;

/// <summary><c>enum watched_kind</c> of <c>Native/watch.h</c>.</summary>
internal enum WatchedKind
{
    /// <summary>malloc and its kin.</summary>
    Allocation,

    /// <summary>free.</summary>
    Release,

    /// <summary>Address space: mmap and its kin.</summary>
    Mapping,

    /// <summary>A lock taken or tried.</summary>
    Lock,

    /// <summary>A condition variable, a semaphore, a sleep.</summary>
    Wait,

    /// <summary>A file opened, read, written or closed.</summary>
    File,

    /// <summary>Any other call of the system.</summary>
    SystemCall,
}
