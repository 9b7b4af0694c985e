using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.log</c>, which hosts offer: a place for messages.</summary>
internal static unsafe class LogExtension
{
    private const int LongestMessageBytes = 4096;

    public static ReadOnlySpan<byte> Id => "clap.log"u8;

    /// <summary><c>clap_host_log</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, int, byte*, void> Log;
    }

    /// <summary>The host's log, if it has one.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id);

        /// <summary>Writes a message; false where there is no log. [thread-safe]</summary>
        public bool TryWrite(LogSeverity severity, string message)
        {
            if (_table == null)
                return false;
            var text = stackalloc byte[LongestMessageBytes];
            ClapText.Write(message, text, LongestMessageBytes);
            _table->Log(host, (int)severity, text);
            return true;
        }
    }
}
