namespace NamPlugin.Cli;

/// <summary>What <c>namplug</c> tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Success = 0;

    /// <summary>Some files failed; the others are done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The model (or impulse response) cannot be read, so nothing was done.</summary>
    public const int ModelUnreadable = 3;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
