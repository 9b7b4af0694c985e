using System.Runtime.CompilerServices;
using System.Text;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Zero-terminated texts in fields of a fixed size, as the descriptions of classes have them.</summary>
internal static class FixedText
{
    /// <summary>Writes UTF-8. The text is ours and fits.</summary>
    public static void Put(string text, Span<byte> field) => Encoding.UTF8.GetBytes(text, field[..^1]);

    /// <summary>Writes UTF-16. The text is ours and fits.</summary>
    public static void Put(string text, Span<char> field) => text.CopyTo(field[..^1]);

    [InlineArray(32)]
    internal struct Bytes32
    {
        private byte _first;
    }

    [InlineArray(64)]
    internal struct Bytes64
    {
        private byte _first;
    }

    [InlineArray(128)]
    internal struct Bytes128
    {
        private byte _first;
    }

    [InlineArray(256)]
    internal struct Bytes256
    {
        private byte _first;
    }

    [InlineArray(64)]
    internal struct Chars64
    {
        private char _first;
    }
}
