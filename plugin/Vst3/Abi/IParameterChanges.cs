using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>A host's list of the parameters that change within a block, a queue for each. [audio-thread]</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IParameterChanges
{
    private readonly Functions** _self;

    public bool IsNull => _self is null;

    public int QueueCount => (*_self)->GetParameterCount(_self);

    public IParamValueQueue Queue(int index) => (*_self)->GetParameterData(_self, index);

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, int> GetParameterCount;
        public delegate* unmanaged<void*, int, IParamValueQueue> GetParameterData;
        public delegate* unmanaged<void*, uint*, int*, IParamValueQueue> AddParameterData;
    }
}
