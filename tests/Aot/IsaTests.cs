using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NamPlugin.Aot.Tests;

/// <summary>The choice of build in aot/cpu, through its own C interface.</summary>
public sealed unsafe class IsaTests : IDisposable
{
    private const int Baseline = 0;
    private const int Avx2Level = 1;
    private const int Avx512Level = 2;

    // x86-64-v3 and what x86-64-v4 adds, from the psABI's tables and the processor manuals' bit numbers.
    private static readonly Report V3 = Bits([0, 9, 12, 13, 19, 20, 22, 23, 27, 28, 29], [3, 5, 8], [0, 5], [1, 2]);
    private static readonly Report V4 = V3 | Bits([], [16, 17, 28, 30, 31], [], [5, 6, 7]);

    private readonly string _folder = CSource.CreateFolder();
    private readonly nint _library;

    public IsaTests()
    {
        var path = Path.Combine(_folder, "libisa.so");
        CSource.Compile(path, ["cpu/isa.c"], "-shared", "-fPIC");
        _library = NativeLibrary.Load(path);
    }

    [Fact]
    public void An_unknown_processor_runs_the_baseline() => Assert.Equal(Baseline, Best(default));

    [Fact]
    public void Every_feature_of_a_level_allows_it()
    {
        Assert.Equal(Avx2Level, Best(V3));
        Assert.Equal(Avx512Level, Best(V4));
        Assert.Equal(Avx512Level, Best(new Report(~0u, ~0u, ~0u, ~0u)));
    }

    [Fact]
    public void A_level_that_lacks_any_one_feature_is_not_chosen()
    {
        Assert.All(SingleBits(V3), bit => Assert.Equal(Baseline, Best(V4 & ~bit)));
        Assert.All(SingleBits(V4 & ~V3), bit => Assert.Equal(Avx2Level, Best(V4 & ~bit)));
    }

    [Fact]
    public void What_is_missing_has_a_name()
    {
        Assert.Equal("BMI2", Missing(V3 & ~Bits([], [8], [], []), Avx2Level));
        Assert.Equal("the operating system's support for AVX-512 registers", Missing(V4 & ~Bits([], [], [], [6]), Avx512Level));
        Assert.Null(Missing(V3, Avx2Level));
    }

    [Fact]
    public void This_machine_is_seen_as_the_runtime_sees_it()
    {
        var read = (delegate* unmanaged<Report>)NativeLibrary.GetExport(_library, "isa_read");
        var isAvx512 = Avx512F.VL.IsSupported && Avx512BW.VL.IsSupported && Avx512CD.VL.IsSupported && Avx512DQ.VL.IsSupported;
        var isAvx2 = Avx2.IsSupported && Fma.IsSupported && Bmi1.IsSupported && Bmi2.IsSupported && Lzcnt.IsSupported;

        Assert.Equal(isAvx512 ? Avx512Level : isAvx2 ? Avx2Level : Baseline, Best(read()));
    }

    public void Dispose()
    {
        NativeLibrary.Free(_library);
        Directory.Delete(_folder, recursive: true);
    }

    private int Best(Report report) => ((delegate* unmanaged<Report*, int>)NativeLibrary.GetExport(_library, "isa_best"))(&report);

    private string? Missing(Report report, int level) =>
        Marshal.PtrToStringUTF8(((delegate* unmanaged<Report*, int, nint>)NativeLibrary.GetExport(_library, "isa_missing"))(&report, level));

    private static Report Bits(int[] leaf1, int[] leaf7, int[] extended, int[] xcr0) => new(Word(leaf1), Word(leaf7), Word(extended), Word(xcr0));

    private static uint Word(int[] bits) => bits.Aggregate(0u, (word, bit) => word | (1u << bit));

    private static IEnumerable<Report> SingleBits(Report report) =>
        from word in Enumerable.Range(0, 4)
        from bit in Enumerable.Range(0, 32)
        let single = new Report(word == 0 ? 1u << bit : 0, word == 1 ? 1u << bit : 0, word == 2 ? 1u << bit : 0, word == 3 ? 1u << bit : 0)
        where (report & single) == single
        select single;

    // struct isa_report
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Report(uint Leaf1, uint Leaf7, uint Extended, uint Xcr0)
    {
        public static Report operator |(Report a, Report b) => new(a.Leaf1 | b.Leaf1, a.Leaf7 | b.Leaf7, a.Extended | b.Extended, a.Xcr0 | b.Xcr0);

        public static Report operator &(Report a, Report b) => new(a.Leaf1 & b.Leaf1, a.Leaf7 & b.Leaf7, a.Extended & b.Extended, a.Xcr0 & b.Xcr0);

        public static Report operator ~(Report a) => new(~a.Leaf1, ~a.Leaf7, ~a.Extended, ~a.Xcr0);
    }
}
