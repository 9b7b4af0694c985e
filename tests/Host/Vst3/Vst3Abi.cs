using System.Runtime.InteropServices;

namespace NamPlugin.Host.Vst3;

// VST3's structs, written down from its public interface headers (pluginterfaces, 3.7) for this host alone: a mistake in the plugin's own must not find
// its twin here. Layouts are those of 64-bit Linux; tests/Plugin checks sizes and offsets against what a C++ compiler makes of the headers.

/// <summary>base/ipluginbase.h</summary>
internal unsafe struct PFactoryInfo
{
    public fixed byte Vendor[64];
    public fixed byte Url[256];
    public fixed byte Email[128];
    public int Flags;
}

/// <summary>base/ipluginbase.h</summary>
internal unsafe struct PClassInfo
{
    public Guid128 Id;
    public int Cardinality;
    public fixed byte Category[32];
    public fixed byte Name[64];
}

/// <summary>base/ipluginbase.h</summary>
internal unsafe struct PClassInfo2
{
    public Guid128 Id;
    public int Cardinality;
    public fixed byte Category[32];
    public fixed byte Name[64];
    public uint ClassFlags;
    public fixed byte SubCategories[128];
    public fixed byte Vendor[64];
    public fixed byte Version[64];
    public fixed byte SdkVersion[64];
}

/// <summary>vst/ivstcomponent.h</summary>
internal unsafe struct BusInfo
{
    public int MediaType;
    public int Direction;
    public int ChannelCount;
    public fixed char Name[128];
    public int BusType;
    public uint Flags;
}

/// <summary>vst/ivsteditcontroller.h</summary>
internal unsafe struct ParameterInfo
{
    public uint Id;
    public fixed char Title[128];
    public fixed char ShortTitle[128];
    public fixed char Units[128];
    public int StepCount;
    public double DefaultNormalizedValue;
    public int UnitId;
    public int Flags;
}

/// <summary>vst/ivstaudioprocessor.h</summary>
internal struct ProcessSetup
{
    public int ProcessMode;
    public int SymbolicSampleSize;
    public int MaxSamplesPerBlock;
    public double SampleRate;
}

/// <summary>vst/ivstaudioprocessor.h</summary>
internal unsafe struct AudioBusBuffers
{
    public int NumChannels;
    public ulong SilenceFlags;
    public void** ChannelBuffers;
}

/// <summary>vst/ivstaudioprocessor.h</summary>
internal unsafe struct ProcessData
{
    public int ProcessMode;
    public int SymbolicSampleSize;
    public int NumSamples;
    public int NumInputs;
    public int NumOutputs;
    public AudioBusBuffers* Inputs;
    public AudioBusBuffers* Outputs;
    public void* InputParameterChanges;
    public void* OutputParameterChanges;
    public void* InputEvents;
    public void* OutputEvents;
    public ProcessContext* ProcessContext;
}

/// <summary>vst/ivstprocesscontext.h</summary>
internal struct ProcessContext
{
    public uint State;
    public double SampleRate;
    public long ProjectTimeSamples;
    public long SystemTime;
    public long ContinuousTimeSamples;
    public double ProjectTimeMusic;
    public double BarPositionMusic;
    public double CycleStartMusic;
    public double CycleEndMusic;
    public double Tempo;
    public int TimeSignatureNumerator;
    public int TimeSignatureDenominator;
    public uint Chord;
    public int SmpteOffsetSubframes;
    public uint FramesPerSecond;
    public uint FrameRateFlags;
    public int SamplesToNextClock;
}

/// <summary>Sixteen bytes that name an interface or a class; on Linux in the order in which the headers write them.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Guid128(ulong Low, ulong High)
{
    public static Guid128 Of(uint first, uint second, uint third, uint fourth)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, first);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], second);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], third);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], fourth);
        return MemoryMarshal.Read<Guid128>(bytes);
    }

    public static Guid128 Parse(string hexadecimal) => MemoryMarshal.Read<Guid128>(Convert.FromHexString(hexadecimal));

    /// <summary>32 hexadecimal digits, in the order of the bytes.</summary>
    public override string ToString()
    {
        var copy = this;
        return Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid128>(in copy)));
    }
}
