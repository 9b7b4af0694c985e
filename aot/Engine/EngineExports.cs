using System.Runtime.InteropServices;
using NamPlugin.Plugin;
using NamPlugin.Plugin.Clap;

namespace NamPlugin.Engine;

/// <summary>
/// The one function that an engine exports. The loader calls it before any host sees the plugin. Which class <c>Vst3Shell</c> is, the project says.
/// </summary>
internal static unsafe class EngineExports
{
    // enum engine_answer
    private const int Ready = 0;
    private const int OfAnotherVersion = 1;
    private const int Failed = 2;

    [UnmanagedCallersOnly(EntryPoint = "EngineInit")]
    private static int Init(EngineContract* contract)
    {
        if (contract == null || contract->Version != EngineContract.CurrentVersion || contract->Bytes != sizeof(EngineContract))
            return OfAnotherVersion;
        try
        {
            PluginFolder.Engines = Marshal.PtrToStringUTF8((nint)contract->Folder);
            Vst3Shell.UseProcessEntry(contract->Vst3ProcessEntry);
            contract->Vst3Process = Vst3Shell.Process;
            contract->Vst3Factory = Vst3Shell.GetFactory;
            ClapShell.UseProcessEntry(contract->ClapProcessEntry);
            contract->ClapProcess = ClapShell.Process;
            contract->ClapFactory = ClapShell.GetFactory;
            return Ready;
        }
        catch (Exception)
        {
            // The loader says that the engine does not start.
            return Failed;
        }
    }
}
