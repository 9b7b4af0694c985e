using System.CommandLine;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug compare</c>.</summary>
internal static class CompareVerb
{
    /// <summary>The command for the root.</summary>
    public static Command Create() => new("compare", "");
}
