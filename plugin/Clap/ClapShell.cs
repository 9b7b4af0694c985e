using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap;

/// <summary>
/// The plugin as CLAP hosts see it: what the loader's <c>clap_entry</c> hands out. Structures, ids and rules are those of CLAP 1.2; every
/// extension is one file in <c>Extensions</c>.
/// </summary>
public static unsafe class ClapShell
{
    /// <summary>Finds a factory: <c>clap_plugin_entry.get_factory</c>, <c>const void *(const char *id)</c>. [thread-safe]</summary>
    public static nint GetFactory => (nint)(delegate* unmanaged<byte*, void*>)&ClapPluginFactoryCalls.GetFactory;

    /// <summary>Works on a block: <c>clap_plugin.process</c>, <c>int32_t (const clap_plugin *, const clap_process *)</c>. [audio-thread]</summary>
    public static nint Process => (nint)(delegate* unmanaged<ClapPlugin*, ClapProcess*, int>)&ClapPluginCalls.Process;

    /// <summary>Puts a function around <see cref="Process"/>: hosts of instances created from now on call it instead. [main-thread]</summary>
    /// <param name="entry">A function of the same form, which calls <see cref="Process"/>.</param>
    public static void UseProcessEntry(nint entry) => ClapPluginCalls.ProcessEntry = entry;
}
