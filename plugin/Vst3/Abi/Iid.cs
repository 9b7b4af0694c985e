using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>
/// The 16 bytes that name an interface or a class: four 32-bit numbers, the most significant byte first, as VST3 lays them out everywhere but
/// on Windows.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Iid
{
    private readonly uint _a;
    private readonly uint _b;
    private readonly uint _c;
    private readonly uint _d;

    public Iid(uint a, uint b, uint c, uint d)
    {
        _a = BinaryPrimitives.ReverseEndianness(a);
        _b = BinaryPrimitives.ReverseEndianness(b);
        _c = BinaryPrimitives.ReverseEndianness(c);
        _d = BinaryPrimitives.ReverseEndianness(d);
    }

    /// <summary>Reads 32 hexadecimal digits.</summary>
    public static Iid Parse(ReadOnlySpan<char> digits) => new(Word(digits, 0), Word(digits, 8), Word(digits, 16), Word(digits, 24));

    private static uint Word(ReadOnlySpan<char> digits, int start) => uint.Parse(digits.Slice(start, 8), NumberStyles.AllowHexSpecifier);
}
