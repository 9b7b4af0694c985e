namespace NamPlugin.Cli.Reamp;

/// <summary>How a job ended.</summary>
internal enum ReampStatus
{
    /// <summary>The output is there.</summary>
    Done,

    /// <summary>The output was there already and stays.</summary>
    Skipped,

    /// <summary>A dry run: what would have been done.</summary>
    Planned,

    /// <summary>No output; see the error.</summary>
    Failed,
}
