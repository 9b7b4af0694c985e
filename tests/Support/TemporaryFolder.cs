namespace NamPlugin.Tests.Support;

/// <summary>A folder for one test, removed with all that is in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("namplug-").FullName;

    /// <summary>A path in the folder.</summary>
    public string this[params ReadOnlySpan<string> names] => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Copies a file into the folder, under its own name or another.</summary>
    public string Copy(string file, string? name = null)
    {
        var target = this[name ?? System.IO.Path.GetFileName(file)];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.Copy(file, target);
        return target;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
