using System.Globalization;
using NamPlugin.Tests.Support;

namespace NamPlugin.Aot.Tests;

/// <summary>
/// The machine code of the kernels in the engines. The compiler inlines until it has too many variables, and then says nothing: what is left are calls
/// inside the innermost loop, and a network that takes twice as long.
/// </summary>
public sealed class KernelCodeTests
{
    private const int FewestKernels = 20;

    [Theory]
    [InlineData("avx512")]
    [InlineData("avx2")]
    public void No_kernel_calls_anything(string isa)
    {
        var engine = Path.Combine(SharedMaterial.RepositoryRoot, "artifacts", "bin", "NamPlugin.Engine", $"native-{isa}", "NamPlugin.Engine.so");
        Assert.SkipUnless(File.Exists(engine + ".dbg"), $"The engine for {isa} is not built");
        Assert.SkipUnless(IsInstalled("nm") && IsInstalled("objdump"), "binutils are not installed");

        // Start, size, kind and name of every symbol.
        var kernels = Shell.Run("nm", ["-S", "--defined-only", engine + ".dbg"]).Output.Split('\n')
            .Select(static line => line.Split(' '))
            .Where(static symbol => symbol.Length == 4 && (symbol[3].Contains("DenseKernel_2<") && symbol[3].Contains("__Compute<") || symbol[3].Contains("PlaneKernels_1<") && symbol[3].Contains("__Map<") || symbol[3].Contains("LstmKernel_3<") && symbol[3].EndsWith("__Run", StringComparison.Ordinal)))
            .ToList();
        var calling = kernels.Where(kernel => Calls(engine, Hex(kernel[0]), Hex(kernel[1]))).Select(static kernel => kernel[3]);

        Assert.True(kernels.Count >= FewestKernels, $"Only {kernels.Count} kernels found");
        Assert.Empty(calling);
    }

    private static bool Calls(string engine, long start, long size) =>
        Shell.Run("objdump", ["-d", "--no-show-raw-insn", $"--start-address={start}", $"--stop-address={start + size}", engine]).Output.Contains("call ");

    private static long Hex(string digits) => long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool IsInstalled(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
