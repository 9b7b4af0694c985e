using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary><c>clap.note-ports</c>: none, said aloud, so that hosts that take every plugin for an instrument send no notes.</summary>
internal static unsafe class NotePortsExtension
{
    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Count = &Count, Get = &Get });

    public static ReadOnlySpan<byte> Id => "clap.note-ports"u8;

    [UnmanagedCallersOnly]
    private static uint Count(ClapPlugin* plugin, byte isInput) => 0;

    [UnmanagedCallersOnly]
    private static byte Get(ClapPlugin* plugin, uint index, byte isInput, void* info) => ClapBool.False;

    /// <summary><c>clap_plugin_note_ports</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, byte, uint> Count;
        public delegate* unmanaged<ClapPlugin*, uint, byte, void*, byte> Get;
    }
}
