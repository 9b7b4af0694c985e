namespace NamPlugin.Cli;

/// <summary>What <c>namplug</c> tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>Something failed: some of the files, while the others are done; or a comparison that was to stay within a limit.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>What everything rests on (the model, the impulse response, a recording to compare) cannot be read, so nothing was done.</summary>
    public const int Unreadable = 3;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
