using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.States;

/// <summary>Places that a state may name and where no capture is that could be played, some of them in a folder made for it.</summary>
internal sealed class HostilePaths : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("namplug-states-");

    public HostilePaths()
    {
        var capture = File.ReadAllBytes(Captures.BuiltIn);
        File.WriteAllBytes(At("empty.nam"), []);
        File.WriteAllBytes(At("cut.nam"), capture[..(capture.Length / 2)]);
        File.WriteAllBytes(At("zeros.nam"), new byte[10_000]);
        using (var sparse = File.Create(At("endless.nam")))
            sparse.SetLength(1L << 40);
        NamedPipe.Create(At("pipe.nam"));
        File.CreateSymbolicLink(At("link to the pipe.nam"), At("pipe.nam"));
        File.CreateSymbolicLink(At("link to itself.nam"), At("link to itself.nam"));
        Directory.CreateDirectory(At("folder.nam"));
    }

    /// <summary>All of them.</summary>
    public IEnumerable<string> All =>
    [
        .. Directory.GetFileSystemEntries(_folder.FullName),
        At("missing.nam"), At("cut.nam") + "/x", BuiltPlugin.PathOf(NamPlugin.Host.PluginFormat.Clap), GoldenMaterial.PathOf("models", "multi_out2.nam"),
        "/", "/dev/zero", "/dev/null", "/dev/random", "/dev/tty", "/proc/self/mem", "/proc/self/environ", "/proc/kmsg",
        "", " ", ".", "..", "amp.nam", "~/amp.nam", "file:///amp.nam", @"C:\amp.nam", @"\\host\amp.nam",
        "/" + new string('x', 300), string.Concat(Enumerable.Repeat("/x", 5_000)), "/\0/amp.nam", "/amp\n.nam", "/\ud83c\udfb8.nam",
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
