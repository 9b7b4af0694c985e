using System.Runtime.InteropServices;

namespace NamPlugin.Dsp.Formats;

/// <summary>
/// Tells files from what merely has a file's name: whoever opens a pipe waits until somebody writes into it, and a device may have no end. [main-thread]
/// </summary>
internal static unsafe partial class RegularFile
{
    // statx(2), whose structure is the same on every machine: AT_FDCWD, STATX_TYPE, its size, and where the mode lies in it.
    private const int WorkingFolder = -100;
    private const uint TypeWanted = 1;
    private const int AnswerBytes = 256, ModeOffset = 28, TypeShift = 12;

    /// <summary>Refuses pipes, devices and sockets. Of a folder, of nothing at all and of what may not be looked at, opening tells more.</summary>
    /// <param name="path">What is about to be opened.</param>
    /// <param name="expected">What it should be, such as "a readable model file".</param>
    /// <exception cref="FileFormatException">It is one of those.</exception>
    public static void Require(string path, string expected)
    {
        var answer = stackalloc byte[AnswerBytes];
        if (!OperatingSystem.IsLinux() || StatX(WorkingFolder, path, 0, TypeWanted, answer) != 0)
            return;
        var found = (*(ushort*)(answer + ModeOffset) >> TypeShift) switch
        {
            1 => "a pipe",
            2 or 6 => "a device",
            12 => "a socket",
            _ => null,
        };
        if (found is not null)
            throw new FileFormatException(path, "", found, expected, "Save its contents as a file and choose that.");
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint wanted, byte* answer);
}
