using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// The mode in which the plugin's engines run: numbers too small for a full mantissa count as zero, instead of costing a hundred times as much.
/// Managed code has no instruction for it, but the C library sets the whole control word with the floating-point environment.
/// </summary>
internal static unsafe partial class FlushToZero
{
    private const int EnvironmentBytes = 32; // fenv_t of x86-64: 28 bytes of x87, then MXCSR.
    private const int ControlWord = 28;
    private const uint FlushResults = 0x8000;
    private const uint FlushOperands = 0x0040;

    /// <summary>Switches it on for the calling thread. False where that is not possible.</summary>
    public static bool Enable()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return false;
        // More than it takes, should a C library keep more in it.
        var environment = stackalloc byte[4 * EnvironmentBytes];
        try
        {
            if (GetEnvironment(environment) != 0)
                return false;
            *(uint*)(environment + ControlWord) |= FlushResults | FlushOperands;
            return SetEnvironment(environment) == 0 && Flushes(1e-20f);
        }
        catch (DllNotFoundException)
        {
            return false;
        }
    }

    // 1e-40 is denormal. The argument keeps the compiler from computing the product itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Flushes(float small) => small * small == 0;

    [LibraryImport("libm.so.6", EntryPoint = "fegetenv")]
    private static partial int GetEnvironment(byte* environment);

    [LibraryImport("libm.so.6", EntryPoint = "fesetenv")]
    private static partial int SetEnvironment(byte* environment);
}
