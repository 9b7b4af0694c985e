using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin;

/// <summary>The host's standard error, for what nobody else can be told. <see cref="Console"/> would install signal handlers in the host's process.</summary>
internal static unsafe partial class StandardError
{
    /// <summary>Lines written at most: a failure that repeats with every block must not fill a disk.</summary>
    private const int MostLines = 16;

    private const int FileDescriptor = 2;

    private static int s_lines;

    /// <summary>Writes a line. [thread-safe]</summary>
    public static void Write(string message)
    {
        if (Interlocked.Increment(ref s_lines) > MostLines)
            return;
        ReadOnlySpan<byte> line = Encoding.UTF8.GetBytes($"{PluginIdentity.Name}: {message}\n");
        fixed (byte* bytes = line)
            _ = Write(FileDescriptor, bytes, (nuint)line.Length);
    }

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* bytes, nuint count);
}
