using FsCheck;
using FsCheck.Fluent;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Seeds from the whole range: FsCheck's own integers begin small and would repeat a few dozen cases.</summary>
internal static class AnySeed
{
    public static Arbitrary<int> Arbitrary { get; } = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
}
