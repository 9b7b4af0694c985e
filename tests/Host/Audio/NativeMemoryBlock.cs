using System.Runtime.InteropServices;

namespace NamPlugin.Host.Audio;

/// <summary>Memory outside of the collector's reach, zeroed; never of length 0.</summary>
internal static unsafe class NativeMemoryBlock
{
    public static void* Allocate(int bytes) => NativeMemory.AllocZeroed((nuint)Math.Max(bytes, 1));

    public static T* Allocate<T>(int count = 1)
        where T : unmanaged => (T*)Allocate(count * sizeof(T));

    public static void Free(void* memory) => NativeMemory.Free(memory);
}
