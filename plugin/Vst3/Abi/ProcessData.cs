using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Everything that comes with one block.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessData
{
    public ProcessMode Mode;
    public SampleSize SampleSize;
    public int Frames;
    public int InputCount;
    public int OutputCount;
    public AudioBusBuffers* Inputs;
    public AudioBusBuffers* Outputs;
    public IParameterChanges InputChanges;
    public IParameterChanges OutputChanges;
    public void* InputEvents;
    public void* OutputEvents;
    public void* Context;
}
