namespace NamPlugin.Host.Requests;

/// <summary>A message that the plugin gave its host.</summary>
/// <param name="Severity">CLAP's severity: 0 debug, 1 information, 2 warning, 3 error, 4 fatal, 5 host misbehaving, 6 plugin misbehaving.</param>
/// <param name="Text">What it says.</param>
public readonly record struct LogLine(int Severity, string Text);
