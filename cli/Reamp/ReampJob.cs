namespace NamPlugin.Cli.Reamp;

/// <summary>One recording and where its reamped form goes.</summary>
/// <param name="Input">Path, or <c>-</c> for stdin.</param>
/// <param name="Output">Path, or <c>-</c> for stdout.</param>
internal sealed record ReampJob(string Input, string Output);
