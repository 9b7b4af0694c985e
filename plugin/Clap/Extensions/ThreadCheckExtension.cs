using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.thread-check</c>, which hosts offer: which thread this is.</summary>
internal static unsafe class ThreadCheckExtension
{
    public static ReadOnlySpan<byte> Id => "clap.thread-check"u8;

    /// <summary><c>clap_host_thread_check</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, byte> IsMainThread;
        public delegate* unmanaged<ClapHost*, byte> IsAudioThread;
    }

    /// <summary>What a host can be asked.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id);

        /// <summary>Whether the host knows this thread as its main one; false where it does not say. [thread-safe]</summary>
        public bool IsMainThread => _table != null && _table->IsMainThread(host) != ClapBool.False;
    }
}
