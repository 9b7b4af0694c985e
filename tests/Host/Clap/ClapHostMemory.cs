namespace NamPlugin.Host.Clap;

/// <summary>What the host keeps of a plugin where native code can reach it: the structure that the plugin knows, and what it may change.</summary>
internal struct ClapHostMemory
{
    /// <summary>The plugin holds a pointer to this.</summary>
    public ClapHost Host;

    /// <summary>Calls of request_callback that nobody has answered yet.</summary>
    public int CallbacksWaiting;
}
