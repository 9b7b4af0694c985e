using System.CommandLine;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug info</c>.</summary>
internal static class InfoVerb
{
    /// <summary>The command for the root.</summary>
    public static Command Create() => new("info", "");
}
