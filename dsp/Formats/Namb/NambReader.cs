using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>Reads `.namb` files, version 1: a packed binary form of `.nam`.</summary>
public static class NambReader
{
    /// <summary>Whether contents begin as a `.namb` file does.</summary>
    public static bool HasMagic(ReadOnlySpan<byte> contents) => contents.StartsWith("BMAN"u8);

    /// <summary>Reads one model. [main-thread]</summary>
    public static NamModel Read(ReadOnlySpan<byte> contents, string fileName) => throw new NotSupportedException();
}
