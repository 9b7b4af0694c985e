using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NamPlugin.Cli.Terminal;

/// <summary>The help of a command: as wide as the terminal, or as a page where there is none, with examples at the end.</summary>
internal static class HelpText
{
    /// <summary>Gives a command its help. Examples stand in the help of their own command only, so that the list of all verbs stays short.</summary>
    public static void SetHelp(this Command command, params IReadOnlyList<string> examples)
    {
        foreach (var inherited in command.Options.OfType<HelpOption>().ToList())
            command.Options.Remove(inherited);
        command.Options.Add(new HelpOption { Action = new HelpWithExamples(examples) });
    }

    private sealed class HelpWithExamples(IReadOnlyList<string> examples) : SynchronousCommandLineAction
    {
        private readonly HelpAction _help = new();

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (Console.IsOutputRedirected)
                _help.MaxWidth = OutputTerminal.PageColumns;
            var code = _help.Invoke(parseResult);
            if (examples.Count > 0)
                WriteExamples(parseResult.InvocationConfiguration.Output);
            return code;
        }

        private void WriteExamples(TextWriter output)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }
    }
}
