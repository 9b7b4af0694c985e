namespace NamPlugin.Host;

/// <summary>What one process call answered.</summary>
/// <param name="Status">CLAP's process status; always <see cref="ProcessStatus.Continue"/> in VST3.</param>
/// <param name="OutputIsSilent">The plugin says that every output sample is zero; checked against what it wrote.</param>
public readonly record struct BlockResult(ProcessStatus Status, bool OutputIsSilent);
