using System.Globalization;

namespace NamPlugin.Dsp.Models;

/// <summary>Version of the `.nam` file format (not of the trainer).</summary>
public readonly record struct FileVersion(int Major, int Minor, int Patch)
{
    /// <summary>The oldest version this project reads.</summary>
    public static FileVersion Oldest => new(0, 5, 0);

    /// <summary>The newest version this project supports in full.</summary>
    public static FileVersion Newest => new(0, 7, 0);

    /// <summary>Whether files of this version are read: 0.5.0 up to every 0.7.x ('.nam' section 1).</summary>
    public bool IsSupported => Major == 0 && Minor >= Oldest.Minor && Minor <= Newest.Minor;

    /// <summary>Whether this is a 0.7.x beyond 0.7.0, which may say things this project does not know; read with a warning.</summary>
    public bool IsPartlySupported => IsSupported && Minor == Newest.Minor && Patch > Newest.Patch;

    /// <summary>Reads exactly <c>MAJOR.MINOR.PATCH</c>, digits only; no suffix, no missing part.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FileVersion version)
    {
        version = default;
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, '.') != 3)
            return false;
        if (!TryParsePart(text[parts[0]], out var major) || !TryParsePart(text[parts[1]], out var minor) || !TryParsePart(text[parts[2]], out var patch))
            return false;
        version = new FileVersion(major, minor, patch);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}.{Patch}";

    private static bool TryParsePart(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
