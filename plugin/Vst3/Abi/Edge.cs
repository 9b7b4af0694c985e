using System.Runtime.InteropServices;
using System.Text;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>
/// Where managed code ends. An exception that crossed into the host would end its process, so every function of a table catches it and answers
/// with what this returns.
/// </summary>
internal static unsafe partial class Edge
{
    /// <summary>Lines written at most: a failure that repeats with every block must not fill a disk.</summary>
    private const int MostReports = 16;

    private const int StandardError = 2;

    private static int s_reports;

    /// <summary>Says on standard error what went wrong and gives the result for it. Not reached unless something here is broken.</summary>
    public static Result Failed(Exception exception)
    {
        if (Interlocked.Increment(ref s_reports) <= MostReports)
        {
            // Console would install signal handlers in the host's process.
            ReadOnlySpan<byte> line = Encoding.UTF8.GetBytes($"NamPlugin: {exception.GetType().Name}: {exception.Message}\n");
            fixed (byte* bytes = line)
                _ = Write(StandardError, bytes, (nuint)line.Length);
        }

        return exception is OutOfMemoryException ? Result.OutOfMemory : Result.InternalError;
    }

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* bytes, nuint count);
}
