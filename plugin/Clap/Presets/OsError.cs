using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Clap.Presets;

/// <summary>The operating system's number for what went wrong, which hosts get beside the message.</summary>
internal static class OsError
{
    private const int NoSuchFile = 2;
    private const int NotPermitted = 13;

    /// <summary>The number; 0 where the system had no part in it. [thread-safe]</summary>
    public static int Of(FileFormatException exception) => exception.InnerException switch
    {
        FileNotFoundException or DirectoryNotFoundException => NoSuchFile,
        UnauthorizedAccessException => NotPermitted,
        _ => 0,
    };
}
