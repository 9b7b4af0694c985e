using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>What plays: one bus in, one bus out, and the process call.</summary>
internal sealed unsafe class Vst3Processor(PluginEffect effect)
{
    private const int MaximumChannels = 2;

    private ProcessSetup _setup = new() { MaximumFrames = 1024, SampleRateHz = 48_000 };
    private SpeakerArrangement _input = SpeakerArrangement.Stereo;
    private SpeakerArrangement _output = SpeakerArrangement.Stereo;
    private volatile bool _isActive;
    private volatile bool _hasPlayed;

    /// <summary>Active, and without a block since the activation. [main-thread]</summary>
    public bool AwaitsFirstBlock => _isActive && !_hasPlayed;

    /// <summary>What the host delays everything else by. [main-thread]</summary>
    public uint LatencySamples => (uint)effect.LatencySamples;

    /// <summary>Whether audio may come. [thread-safe]</summary>
    public bool IsActive => _isActive;

    /// <summary>What the host plays on for when the input has ended. [main-thread]</summary>
    public uint TailSamples => (uint)effect.TailSamples;

    /// <summary>Whether there is such a bus: the first audio bus each way. [thread-safe]</summary>
    public static bool HasBus(MediaType type, BusDirection direction, int index) =>
        type == MediaType.Audio && direction is BusDirection.Input or BusDirection.Output && index == 0;

    /// <summary>What flows through a bus. [main-thread]</summary>
    public SpeakerArrangement Arrangement(BusDirection direction) => direction == BusDirection.Input ? _input : _output;

    /// <summary>What a host is told about a bus. [main-thread]</summary>
    public BusInfo Describe(BusDirection direction) => new()
    {
        MediaType = MediaType.Audio,
        Direction = direction,
        ChannelCount = Channels(Arrangement(direction)),
        Name = direction == BusDirection.Input ? "Input" : "Output",
        Flags = BusInfo.DefaultActive,
    };

    /// <summary>Takes mono, stereo, or mono into stereo; whatever else is asked for, what was there stays. [main-thread]</summary>
    public Result SetArrangements(SpeakerArrangement input, SpeakerArrangement output)
    {
        if (_isActive || Channels(input) == 0 || Channels(output) < Channels(input))
            return Result.False;
        (_input, _output) = (input, output);
        return Result.Ok;
    }

    /// <summary>Takes the rate and the mode; while active only the mode, which is all that hosts have reason to change then. [main-thread]</summary>
    public Result SetUp(ProcessSetup setup)
    {
        if (!double.IsFinite(setup.SampleRateHz) || setup.SampleRateHz <= 0 || setup.MaximumFrames < 0)
            return Result.InvalidArgument;
        if (setup.SampleSize is not (SampleSize.Single or SampleSize.Double) || (_isActive && setup.SampleRateHz != _setup.SampleRateHz))
            return Result.False;
        _setup = setup;
        effect.IsOffline = setup.Mode == ProcessMode.Offline;
        return Result.Ok;
    }

    /// <summary>Makes ready to play, or lets go; saying it twice changes nothing. [main-thread]</summary>
    public void SetActive(bool isOn)
    {
        if (isOn == _isActive)
            return;
        if (isOn)
        {
            effect.Prepare(_setup.SampleRateHz, _setup.MaximumFrames, Channels(_input), Channels(_output));
            _hasPlayed = false;
            _isActive = true;
        }
        else
        {
            _isActive = false;
            effect.Release();
        }
    }

    /// <summary>Blocks begin or end; where they begin, nothing is left of what was heard before. [audio-thread or main-thread, while no block runs]</summary>
    public Result SetProcessing(bool isOn)
    {
        if (!_isActive)
            return Result.NotInitialized;
        if (isOn)
            effect.Reset();
        return Result.Ok;
    }

    /// <summary>Plays one block. A block of no frames carries parameters alone, and need not have buffers. [audio-thread]</summary>
    public Result Process(ProcessData* data) => Process(data, new HostParameterQueues(data->InputChanges));

    /// <summary>The same with points that are read by <paramref name="queues"/> instead of from the block's own list. [audio-thread]</summary>
    [SkipLocalsInit]
    public Result Process<TQueues>(ProcessData* data, TQueues queues)
        where TQueues : struct, IParameterQueues, allows ref struct
    {
        if (data->Frames < 0)
            return Result.InvalidArgument;
        var queueCount = Vst3ParameterEvents<TQueues>.CountQueues(queues);
        var cursors = stackalloc Vst3ParameterCursor[queueCount];
        var events = new Vst3ParameterEvents<TQueues>(queues, cursors, queueCount, data->Frames);
        if (_isActive)
            Play(data, ref events);
        else
            Flush(data, ref events);
        return Result.Ok;
    }

    private void Play<TQueues>(ProcessData* data, ref Vst3ParameterEvents<TQueues> events)
        where TQueues : struct, IParameterQueues, allows ref struct
    {
        _hasPlayed = true;

        // Some hosts, Ardour one of them, name the mode with each block and do not set up again for an export.
        effect.IsOffline = data->Mode == ProcessMode.Offline || _setup.Mode == ProcessMode.Offline;
        var input = data->InputCount > 0 ? data->Inputs : null;
        var output = data->OutputCount > 0 ? data->Outputs : null;
        var inputPlanes = stackalloc void*[MaximumChannels];
        var outputPlanes = stackalloc void*[MaximumChannels];
        var inputChannels = Channels(_input);
        var outputChannels = Channels(_output);
        var block = new AudioBlock
        {
            Input = inputPlanes,
            InputChannels = inputChannels,
            Output = outputPlanes,
            OutputChannels = outputChannels,
            Frames = data->Frames,
            IsDouble = data->SampleSize == SampleSize.Double,
            InputIsSilent = !Collect(input, inputPlanes, inputChannels) || IsSilent(input, inputChannels),
        };
        Collect(output, outputPlanes, outputChannels);
        effect.Process(ref block, ref events);
        if (output is not null)
            FinishOutput(data, output, block.OutputIsSilent ? 0 : outputChannels);
    }

    // No sound comes from an instance that is off, and no value is lost on it.
    private void Flush<TQueues>(ProcessData* data, ref Vst3ParameterEvents<TQueues> events)
        where TQueues : struct, IParameterQueues, allows ref struct
    {
        while (events.TryNext(out var change))
            effect.SetValue(change.Index, change.Value);
        if (data->OutputCount > 0 && data->Outputs is not null)
        {
            Silence(data, data->Outputs, 0);
            FinishOutput(data, data->Outputs, 0);
        }
    }

    // Channels that the arrangement does not have are silent too.
    private void FinishOutput(ProcessData* data, AudioBusBuffers* output, int sounding)
    {
        Silence(data, output, Channels(_output));
        output->SilenceFlags = AudioBusBuffers.Bits(output->ChannelCount) & ~AudioBusBuffers.Bits(sounding);
    }

    private static void Silence(ProcessData* data, AudioBusBuffers* output, int firstChannel)
    {
        var bytes = (nuint)data->Frames * (nuint)(data->SampleSize == SampleSize.Double ? sizeof(double) : sizeof(float));
        for (var channel = firstChannel; channel < output->ChannelCount && output->Channels is not null; channel++)
        {
            if (output->Channels[channel] is not null)
                NativeMemory.Clear(output->Channels[channel], bytes);
        }
    }

    // False when there is no plane at all.
    private static bool Collect(AudioBusBuffers* bus, void** planes, int channels)
    {
        var isThere = false;
        for (var channel = 0; channel < channels; channel++)
        {
            planes[channel] = bus is not null && bus->Channels is not null && channel < bus->ChannelCount ? bus->Channels[channel] : null;
            isThere |= planes[channel] is not null;
        }

        return isThere;
    }

    private static bool IsSilent(AudioBusBuffers* bus, int channels) => (~bus->SilenceFlags & AudioBusBuffers.Bits(channels)) == 0;

    private static int Channels(SpeakerArrangement arrangement) => arrangement switch
    {
        SpeakerArrangement.Mono => 1,
        SpeakerArrangement.Stereo => 2,
        _ => 0,
    };
}
