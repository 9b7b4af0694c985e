using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NamPlugin.Cli.Terminal;

/// <summary>Puts examples below the help of a verb, and only there: the list of all verbs stays short.</summary>
internal static class HelpExamples
{
    /// <summary>Adds command lines to a verb's help.</summary>
    public static void AddExamples(this Command command, IReadOnlyList<string> examples) =>
        command.Options.Add(new HelpOption { Action = new HelpWithExamples(examples) });

    private sealed class HelpWithExamples(IReadOnlyList<string> examples) : SynchronousCommandLineAction
    {
        private readonly HelpAction _help = new();

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = _help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
            return code;
        }
    }
}
