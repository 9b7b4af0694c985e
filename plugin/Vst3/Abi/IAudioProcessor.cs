using System.Runtime.InteropServices;

namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Channels, rates and the process call.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IAudioProcessor
{
    private FUnknown _unknown;
    private delegate* unmanaged<Face*, SpeakerArrangement*, int, SpeakerArrangement*, int, Result> _setBusArrangements;
    private delegate* unmanaged<Face*, BusDirection, int, SpeakerArrangement*, Result> _getBusArrangement;
    private delegate* unmanaged<Face*, SampleSize, Result> _canProcessSampleSize;
    private delegate* unmanaged<Face*, uint> _getLatencySamples;
    private delegate* unmanaged<Face*, ProcessSetup*, Result> _setupProcessing;
    private delegate* unmanaged<Face*, byte, Result> _setProcessing;
    private delegate* unmanaged<Face*, ProcessData*, Result> _process;
    private delegate* unmanaged<Face*, uint> _getTailSamples;

    public static Iid Iid => new(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);

    public static IAudioProcessor* Table { get; } = Face.Keep(new IAudioProcessor
    {
        _unknown = FUnknown.OfPlugin,
        _setBusArrangements = &SetBusArrangements,
        _getBusArrangement = &GetBusArrangement,
        _canProcessSampleSize = &CanProcessSampleSize,
        _getLatencySamples = &GetLatencySamples,
        _setupProcessing = &SetupProcessing,
        _setProcessing = &SetProcessing,
        _process = &Process,
        _getTailSamples = &GetTailSamples,
    });

    /// <summary>The process call itself, for whoever wraps it in something that C# cannot do.</summary>
    public static nint BareProcess => (nint)(delegate* unmanaged<Face*, ProcessData*, Result>)&Process;

    /// <summary>Has hosts call a wrapper of <see cref="BareProcess"/> instead. Before any instance exists.</summary>
    public static void WrapProcess(nint wrapper) => Table->_process = (delegate* unmanaged<Face*, ProcessData*, Result>)wrapper;

    [UnmanagedCallersOnly]
    private static Result SetBusArrangements(Face* self, SpeakerArrangement* inputs, int inputCount, SpeakerArrangement* outputs, int outputCount)
    {
        // One bus each way, and nothing else.
        return inputs is not null && outputs is not null && inputCount == 1 && outputCount == 1
            ? Vst3Plugin.Of(self).Processor.SetArrangements(*inputs, *outputs)
            : Result.False;
    }

    [UnmanagedCallersOnly]
    private static Result GetBusArrangement(Face* self, BusDirection direction, int index, SpeakerArrangement* arrangement)
    {
        if (arrangement is null || !Vst3Processor.HasBus(MediaType.Audio, direction, index))
            return Result.InvalidArgument;
        *arrangement = Vst3Plugin.Of(self).Processor.Arrangement(direction);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static Result CanProcessSampleSize(Face* self, SampleSize size) => size is SampleSize.Single or SampleSize.Double ? Result.Ok : Result.False;

    [UnmanagedCallersOnly]
    private static uint GetLatencySamples(Face* self) => Vst3Plugin.Of(self).Processor.LatencySamples;

    [UnmanagedCallersOnly]
    private static Result SetupProcessing(Face* self, ProcessSetup* setup) =>
        setup is null ? Result.InvalidArgument : Vst3Plugin.Of(self).Processor.SetUp(*setup);

    [UnmanagedCallersOnly]
    private static Result SetProcessing(Face* self, byte isOn)
    {
        try
        {
            return Vst3Plugin.Of(self).Processor.SetProcessing(isOn != 0);
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static Result Process(Face* self, ProcessData* data)
    {
        if (data is null)
            return Result.InvalidArgument;
        try
        {
            return Vst3Plugin.Of(self).Processor.Process(data);
        }
        catch (Exception exception)
        {
            return Edge.Failed(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static uint GetTailSamples(Face* self) => Vst3Plugin.Of(self).Processor.TailSamples;
}
