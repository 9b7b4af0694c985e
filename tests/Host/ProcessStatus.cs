namespace NamPlugin.Host;

/// <summary>What a plugin wants after a block, in CLAP's words.</summary>
public enum ProcessStatus
{
    /// <summary>Keep processing.</summary>
    Continue = 1,

    /// <summary>Keep processing while the output is not quiet.</summary>
    ContinueIfNotQuiet = 2,

    /// <summary>Keep processing until the tail has ended.</summary>
    Tail = 3,

    /// <summary>Nothing to do until input or events come.</summary>
    Sleep = 4,
}
