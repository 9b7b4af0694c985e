namespace NamPlugin.Plugin.Effect;

/// <summary>What another file changes for a host.</summary>
[Flags]
internal enum FileChange
{
    /// <summary>Nothing: it is the same file.</summary>
    None = 0,

    /// <summary>The sound.</summary>
    Sound = 1,

    /// <summary>The latency, too.</summary>
    Latency = 2,

    /// <summary>The session, which should be saved again.</summary>
    Session = 4,
}
