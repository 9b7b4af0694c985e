namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap_log_severity</c>.</summary>
internal enum LogSeverity
{
    /// <summary>Something that the user should know; sound goes on.</summary>
    Warning = 2,

    /// <summary>Something the user asked for could not be done.</summary>
    Error = 3,

    /// <summary>The host does what CLAP forbids.</summary>
    HostMisbehaving = 5,

    /// <summary>A bug of this plugin.</summary>
    PluginMisbehaving = 6,
}
