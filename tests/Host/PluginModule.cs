using System.Runtime.InteropServices;
using NamPlugin.Host.Clap;
using NamPlugin.Host.Vst3;

namespace NamPlugin.Host;

/// <summary>A plugin file, loaded. Dispose it after its plugins.</summary>
public abstract class PluginModule : IDisposable
{
    private readonly nint _library;
    private bool _isDisposed;

    private protected PluginModule(PluginFormat format, string path)
    {
        Format = format;
        Path = path;
        _library = NativeLibrary.Load(path);
    }

    /// <summary>What it speaks.</summary>
    public PluginFormat Format { get; }

    /// <summary>The shared object that was loaded.</summary>
    public string Path { get; }

    /// <summary>What it offers.</summary>
    public IReadOnlyList<PluginClass> Classes { get; private protected init; } = [];

    private protected nint Library => _library;

    /// <summary>Loads a <c>.clap</c> file or a <c>.vst3</c> bundle and calls its entry.</summary>
    /// <exception cref="HostException">It is neither, it lacks an entry, or its entry refuses.</exception>
    /// <exception cref="DllNotFoundException">The loader of the system refuses it.</exception>
    public static PluginModule Load(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return System.IO.Path.GetExtension(full) switch
        {
            ".clap" => new ClapModule(full),
            ".vst3" => new Vst3Module(full),
            _ => throw new HostException($"{path} is neither a .clap file nor a .vst3 bundle."),
        };
    }

    /// <summary>Makes an instance. [main-thread] is the thread that calls.</summary>
    /// <param name="pluginClass">One of <see cref="Classes"/>; the first if null.</param>
    public abstract HostedPlugin Create(PluginClass? pluginClass = null);

    /// <summary>Calls the module's exit and unloads it.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        Exit();
        NativeLibrary.Free(_library);
        GC.SuppressFinalize(this);
    }

    private protected abstract void Exit();

    private protected nint Export(string name) =>
        NativeLibrary.TryGetExport(_library, name, out var address) ? address : throw new HostException($"{Path} does not export {name}.");

    private protected PluginClass Chosen(PluginClass? pluginClass) =>
        pluginClass ?? (Classes.Count > 0 ? Classes[0] : throw new HostException($"{Path} offers no plugin."));
}
