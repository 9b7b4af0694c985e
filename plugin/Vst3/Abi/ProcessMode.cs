namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>How time passes while processing.</summary>
internal enum ProcessMode
{
    Realtime = 0,

    /// <summary>Ahead of time, still live.</summary>
    Prefetch = 1,

    /// <summary>As fast or slow as it takes, into a file.</summary>
    Offline = 2,
}
