namespace NamPlugin.Dsp.Models;

/// <summary>Version of the `.nam` file format (not of the trainer).</summary>
public readonly record struct FileVersion(int Major, int Minor, int Patch)
{
    /// <summary>The newest version this project supports in full.</summary>
    public static FileVersion Newest => new(0, 7, 0);

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}.{Patch}";
}
