using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.resource-directory</c>, a draft: the host's project can take the files along.</summary>
internal static unsafe class ResourceDirectoryExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable
    {
        SetDirectory = &SetDirectory,
        Collect = &Collect,
        GetFilesCount = &GetFilesCount,
        GetFilePath = &GetFilePath,
    });

    public static ReadOnlySpan<byte> Id => "clap.resource-directory/1"u8;

    [UnmanagedCallersOnly]
    private static void SetDirectory(ClapPlugin* plugin, byte* path, byte isShared)
    {
        try
        {
            if (ClapInstance.Of(plugin) is not { } instance)
                return;
            var text = Encoding.UTF8.GetString(ClapText.Read(path));
            if (string.IsNullOrWhiteSpace(text))
                instance.Resources.Set(null, isShared != ClapBool.False);
            else if (Path.IsPathRooted(text))
                instance.Resources.Set(text, isShared != ClapBool.False);
            else
                instance.Host.Log(LogSeverity.HostMisbehaving, $"The resource directory \"{text}\" is not an absolute path.");
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    // All or not: what is chosen is the user's.
    [UnmanagedCallersOnly]
    private static void Collect(ClapPlugin* plugin, byte all)
    {
        try
        {
            ClapInstance.Of(plugin)?.CollectResources();
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    [UnmanagedCallersOnly]
    private static uint GetFilesCount(ClapPlugin* plugin)
    {
        try
        {
            var count = 0u;
            while (ClapInstance.Of(plugin)?.SharedFile(count) is not null)
                count++;
            return count;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int GetFilePath(ClapPlugin* plugin, uint index, byte* path, uint capacity)
    {
        try
        {
            if (path == null || ClapInstance.Of(plugin)?.SharedFile(index) is not { } file)
                return -1;
            var length = Encoding.UTF8.GetByteCount(file);
            if (length >= capacity)
                return -1;
            ClapText.Write(file, path, length + 1);
            return length;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return -1;
        }
    }

    /// <summary><c>clap_plugin_resource_directory</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, byte*, byte, void> SetDirectory;
        public delegate* unmanaged<ClapPlugin*, byte, void> Collect;
        public delegate* unmanaged<ClapPlugin*, uint> GetFilesCount;
        public delegate* unmanaged<ClapPlugin*, uint, byte*, uint, int> GetFilePath;
    }

    /// <summary><c>clap_host_resource_directory</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, byte, byte> RequestDirectory;
        public delegate* unmanaged<ClapHost*, byte, void> ReleaseDirectory;
    }

    /// <summary>What a host can be asked; nothing where it does not know the extension.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id);

        /// <summary>Asks for the folder that all instances of a project share. [main-thread]</summary>
        public void RequestSharedDirectory()
        {
            if (_table != null)
                _table->RequestDirectory(host, ClapBool.True);
        }
    }
}
