using System.CommandLine;

namespace NamPlugin.Cli.Verbs;

/// <summary><c>namplug convert</c>.</summary>
internal static class ConvertVerb
{
    /// <summary>The command for the root.</summary>
    public static Command Create() => new("convert", "");
}
