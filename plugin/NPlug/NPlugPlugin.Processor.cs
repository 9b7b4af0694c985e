using NPlug;
using Abi = NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <content>
/// What plays. NPlug's own processor takes the last point of a queue, fixes latency and tail when it is made, and keeps the channels it was made
/// with, so these members of its interface are answered here.
/// </content>
internal sealed unsafe partial class NPlugPlugin
{
    uint IAudioProcessor.LatencySamples => _processor.LatencySamples;

    uint IAudioProcessor.TailSamples => _processor.TailSamples;

    int IAudioProcessor.GetBusCount(BusMediaType type, BusDirection dir) => HasBus(type, dir, 0) ? 1 : 0;

    BusInfo IAudioProcessor.GetBusInfo(BusMediaType type, BusDirection dir, int index)
    {
        RequireBus(type, dir, index);
        return new AudioBusInfo(
            _processor.Describe((Abi.BusDirection)dir).Name.Text.ToString(), Arrangement(dir), dir, BusType.Main, BusFlags.DefaultActive);
    }

    SpeakerArrangement IAudioProcessor.GetBusArrangement(BusDirection direction, int index)
    {
        RequireBus(BusMediaType.Audio, direction, index);
        return Arrangement(direction);
    }

    // Nothing follows from it: the buffers of a bus that is off are null, and those are silence.
    void IAudioProcessor.ActivateBus(BusMediaType type, BusDirection dir, int index, bool state) => RequireBus(type, dir, index);

    void IAudioProcessor.SetAudioPresentationLatencySamples(BusDirection dir, int busIndex, uint latencyInSamples) =>
        RequireBus(BusMediaType.Audio, dir, busIndex);

    bool IAudioProcessor.SetupProcessing(in AudioProcessSetupData processSetupData) => _processor.SetUp(new Abi.ProcessSetup
    {
        Mode = (Abi.ProcessMode)processSetupData.ProcessMode,
        SampleSize = (Abi.SampleSize)processSetupData.SampleSize,
        MaximumFrames = processSetupData.MaxSamplesPerBlock,
        SampleRateHz = processSetupData.SampleRate,
    }) == Abi.Result.Ok;

    void IAudioProcessor.SetProcessing(bool state)
    {
        if (_processor.SetProcessing(state) != Abi.Result.Ok)
            throw new InvalidOperationException("Blocks begin and end while the instance is active.");
    }

    /// <inheritdoc/>
    protected override bool SetBusArrangements(Span<SpeakerArrangement> inputs, Span<SpeakerArrangement> outputs) =>
        inputs.Length == 1 && outputs.Length == 1
        && _processor.SetArrangements((Abi.SpeakerArrangement)inputs[0], (Abi.SpeakerArrangement)outputs[0]) == Abi.Result.Ok;

    /// <inheritdoc/>
    protected override void Process(in AudioProcessData data)
    {
        // NPlug's structure of a bus is the standard's, and only the standard's tells where a host has no buffers.
        fixed (AudioBusBuffers* inputs = &FirstBus(data.Input))
        fixed (AudioBusBuffers* outputs = &FirstBus(data.Output))
        {
            var block = new Abi.ProcessData
            {
                Mode = (Abi.ProcessMode)data.ProcessMode,
                SampleSize = (Abi.SampleSize)data.SampleSize,
                Frames = data.SampleCount,
                InputCount = data.Input.BusCount,
                OutputCount = data.Output.BusCount,
                Inputs = (Abi.AudioBusBuffers*)inputs,
                Outputs = (Abi.AudioBusBuffers*)outputs,
            };
            if (_processor.Process(&block, new NPlugParameterQueues(data.Input.ParameterChanges)) != Abi.Result.Ok)
                throw new ArgumentException("A block cannot be shorter than nothing.", nameof(data));
        }
    }

    private static ref AudioBusBuffers FirstBus(in AudioBusData buses)
    {
        if (buses.BusCount > 0)
            return ref buses[0];
        return ref *(AudioBusBuffers*)null;
    }

    private static bool HasBus(BusMediaType type, BusDirection direction, int index) =>
        Vst3.Vst3Processor.HasBus((Abi.MediaType)type, (Abi.BusDirection)direction, index);

    private static void RequireBus(BusMediaType type, BusDirection direction, int index)
    {
        if (!HasBus(type, direction, index))
            throw new ArgumentOutOfRangeException(nameof(index), "There is one audio bus each way.");
    }

    private SpeakerArrangement Arrangement(BusDirection direction) => (SpeakerArrangement)_processor.Arrangement((Abi.BusDirection)direction);
}
