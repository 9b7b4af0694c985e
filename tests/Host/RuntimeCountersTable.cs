namespace NamPlugin.Host;

/// <summary>The functions of <see cref="RuntimeCounters"/>: all of a CLAP extension, what follows queryInterface, addRef and release in VST3.</summary>
internal unsafe struct RuntimeCountersTable
{
    public delegate* unmanaged[Cdecl]<void*, ulong> Collections;
    public delegate* unmanaged[Cdecl]<void*, ulong> AllocatedBytes;
    public delegate* unmanaged[Cdecl]<void*, ulong> ThreadAllocatedBytes;
    public delegate* unmanaged[Cdecl]<void*, ulong> LoadingInstances;
}
