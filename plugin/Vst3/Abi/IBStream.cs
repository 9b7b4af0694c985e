using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>A stream of the host's.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct IBStream
{
    private readonly Functions** _self;

    public bool IsNull => _self is null;

    /// <summary>The object, for its other interfaces.</summary>
    public void* Instance => _self;

    /// <summary>Reads into the target; hosts give as much as they like, and 0 at the end.</summary>
    public Result Read(Span<byte> target, out int count)
    {
        int read = 0;
        Result result;
        fixed (byte* bytes = target)
            result = (*_self)->Read(_self, bytes, target.Length, &read);
        count = read;
        return result;
    }

    /// <summary>Writes from the source; hosts take as much as they like.</summary>
    public Result Write(ReadOnlySpan<byte> source, out int count)
    {
        int written = 0;
        Result result;
        fixed (byte* bytes = source)
            result = (*_self)->Write(_self, bytes, source.Length, &written);
        count = written;
        return result;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Functions
    {
        public FUnknown Unknown;
        public delegate* unmanaged<void*, byte*, int, int*, Result> Read;
        public delegate* unmanaged<void*, byte*, int, int*, Result> Write;
        public delegate* unmanaged<void*, long, int, long*, Result> Seek;
        public delegate* unmanaged<void*, long*, Result> Tell;
    }
}
