namespace NamPlugin.Cli.Reamp;

/// <summary>A recording that the command line means.</summary>
/// <param name="Path">Its path as found, or <c>-</c> for stdin.</param>
/// <param name="Subfolder">Where it lies below the fixed part of a pattern; empty for what was named in full.</param>
internal sealed record FoundRecording(string Path, string Subfolder = "");
