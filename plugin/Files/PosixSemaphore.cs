using System.Runtime.InteropServices;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Files;

/// <summary>
/// A counting semaphore whose raising neither locks, allocates nor waits, which is more than the framework's promise: the audio thread wakes
/// others with it. POSIX <c>sem_t</c>.
/// </summary>
internal sealed unsafe partial class PosixSemaphore : IDisposable
{
    // Larger than any libc's.
    private const int StructBytes = 64;

    private readonly NativeBuffer<byte> _semaphore = new(StructBytes);

    /// <summary>A semaphore at 0. [main-thread]</summary>
    public PosixSemaphore()
    {
        if (Initialize(_semaphore.Pointer, 0, 0) != 0)
            throw new InvalidOperationException("The system gives no semaphore.");
        // The first call of an imported function looks it up, which the audio thread must not wait for.
        Raise();
        Wait();
    }

    /// <summary>Lets one waiting thread go on, or the next that would wait. [audio-thread]</summary>
    public void Raise() => _ = Post(_semaphore.Pointer);

    /// <summary>Waits until it is raised.</summary>
    public void Wait()
    {
        // A signal handler of the host's may interrupt it.
        while (Wait(_semaphore.Pointer) != 0)
        {
        }
    }

    /// <summary>Frees it; nobody waits. [main-thread]</summary>
    public void Dispose() => _semaphore.Dispose();

    [LibraryImport("libc", EntryPoint = "sem_init")]
    private static partial int Initialize(byte* semaphore, int isShared, uint value);

    [LibraryImport("libc", EntryPoint = "sem_post")]
    private static partial int Post(byte* semaphore);

    [LibraryImport("libc", EntryPoint = "sem_wait")]
    private static partial int Wait(byte* semaphore);
}
