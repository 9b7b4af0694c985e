using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;

namespace NamPlugin.Plugin.Clap;

/// <summary>
/// The last stop of exceptions. None may cross into the host, where it would end the process: every function that a host calls catches what is
/// left, says so here, and answers that it failed. Not reached unless something here is broken.
/// </summary>
internal static unsafe class ClapFault
{
    /// <summary>Says it in the log of the instance's host. [thread-safe]</summary>
    public static void Report(ClapPlugin* plugin, Exception exception)
    {
        if (ClapInstance.Of(plugin) is { } instance)
            instance.Host.Log(LogSeverity.PluginMisbehaving, Describe(exception));
        else
            Report(exception);
    }

    /// <summary>Says it on standard error, where no instance exists whose host could be told. [thread-safe]</summary>
    public static void Report(Exception exception) => StandardError.Write(Describe(exception));

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
