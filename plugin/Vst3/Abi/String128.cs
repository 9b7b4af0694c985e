using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>A zero-terminated text of UTF-16 in a field of 128.</summary>
[InlineArray(Length)]
internal struct String128
{
    public const int Length = 128;

    private char _first;

    /// <summary>The text, up to its zero.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Text
    {
        get
        {
            ReadOnlySpan<char> whole = this;
            return whole.IndexOf('\0') is >= 0 and var end ? whole[..end] : whole;
        }
    }

    /// <summary>Takes a text, cut where it is too long.</summary>
    public static implicit operator String128(ReadOnlySpan<char> text)
    {
        var field = default(String128);
        text[..Math.Min(text.Length, Length - 1)].CopyTo(field);
        return field;
    }

    /// <inheritdoc cref="op_Implicit(ReadOnlySpan{char})"/>
    public static implicit operator String128(string text) => text.AsSpan();
}
