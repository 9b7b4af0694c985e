using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Clap;

/// <summary>A CLAP instance: life, audio and the main-thread loop. Parameters and state are in the other parts.</summary>
internal sealed unsafe partial class ClapHostedPlugin : HostedPlugin
{
    private const uint Supports64Bits = 2;
    private readonly ClapHostMemory* _host;
    private readonly ClapPlugin* _plugin;
    private readonly ClapEventList _events;
    private readonly ClapAudioPorts* _ports;
    private readonly ClapFrameCount* _latency;
    private readonly ClapFrameCount* _tail;
    private GCHandle _self;
    private ClapAudioPortInfo _inputPort, _outputPort;
    private bool _isProcessing;
    private long _steadyTime;

    public ClapHostedPlugin(ClapPluginFactory* factory, PluginClass pluginClass)
        : base(pluginClass)
    {
        _self = GCHandle.Alloc(this);
        var owner = GCHandle.ToIntPtr(_self);
        _events = new ClapEventList(owner);
        _host = NativeMemoryBlock.Allocate<ClapHostMemory>();
        _host->Host = ClapHostTables.Host(owner);
        var id = Marshal.StringToCoTaskMemUTF8(pluginClass.Id);
        _plugin = factory->CreatePlugin(factory, &_host->Host, (byte*)id);
        Marshal.FreeCoTaskMem(id);
        if (_plugin is null)
            throw new HostException($"The factory does not create {pluginClass.Id}.");
        if (_plugin->Init(_plugin) == 0)
            throw new HostException($"{pluginClass.Name} fails in init.");

        _ports = Extension<ClapAudioPorts>("clap.audio-ports"u8);
        _parameterTable = Extension<ClapParameters>("clap.params"u8);
        _state = Extension<ClapState>("clap.state"u8);
        _latency = Extension<ClapFrameCount>("clap.latency"u8);
        _tail = Extension<ClapFrameCount>("clap.tail"u8);
        Counters = RuntimeCounters.From(Extension<RuntimeCountersTable>("org.namplugin.runtime-counters/1"u8), _plugin);
        ReadPorts();
        _parameters = ReadParameters();
    }

    /// <summary>Timers and descriptors of this instance.</summary>
    public EventLoop Loop { get; } = new();

    /// <summary>Whether activate is on the stack, the one moment for announcing a latency.</summary>
    public bool IsActivating { get; private set; }

    public override RuntimeCounters? Counters { get; }

    public override AudioLayout Layout => new((int)_inputPort.ChannelCount, (int)_outputPort.ChannelCount);

    public override bool SupportsDouble => (_inputPort.Flags & _outputPort.Flags & Supports64Bits) != 0;

    public override int LatencySamples => _latency is null ? 0 : checked((int)_latency->Get(_plugin));

    public override int TailSamples => _tail is null ? 0 : (int)Math.Min(int.MaxValue, _tail->Get(_plugin));

    public override bool TrySetLayout(AudioLayout layout)
    {
        var isSet = TrySelectConfig(layout) || TryConfigurePorts(layout) || layout == Layout;
        ReadPorts();
        if (isSet && layout != Layout)
            throw new HostException($"{Class.Name} accepts {layout} and then shows {Layout}.");
        return isSet;
    }

    public override void Reset()
    {
        var outer = EnterAudioThread();
        _plugin->Reset(_plugin);
        LeaveAudioThread(outer);
    }

    public override void Idle()
    {
        while (Interlocked.Exchange(ref _host->CallbacksWaiting, 0) > 0)
            _plugin->OnMainThread(_plugin);

        Loop.RunOnce();
    }

    public uint AddTimer(uint periodMilliseconds)
    {
        var support = Extension<ClapTimerSupport>("clap.timer-support"u8);
        return Loop.AddTimer(periodMilliseconds, id => support->OnTimer(_plugin, id));
    }

    // CLAP's read, write and error are 1, 2 and 4; poll's are 1, 4 and 8 | 16.
    public bool TryAddDescriptor(int descriptor, uint flags)
    {
        var support = Extension<ClapPosixFdSupport>("clap.posix-fd-support"u8);
        return Loop.TryAddDescriptor(
            descriptor,
            (flags & 1) | (flags & 2) << 1,
            ready => support->OnFd(_plugin, descriptor, (ready & 1) | (ready & 4) >> 1 | ((ready & 24) != 0 ? 4u : 0)));
    }

    private protected override void ActivateCore(ProcessingSetup setup)
    {
        if (Extension<ClapRender>("clap.render"u8) is var render && render is not null && render->Set(_plugin, setup.IsOffline ? 1 : 0) == 0)
            throw new HostException($"{Class.Name} refuses the render mode {(setup.IsOffline ? "offline" : "real time")}.");
        IsActivating = true;
        var isActive = _plugin->Activate(_plugin, setup.SampleRateHz, 1, (uint)setup.MaximumFrames);
        IsActivating = false;
        if (isActive == 0)
            throw new HostException($"{Class.Name} refuses to activate at {setup.SampleRateHz} Hz with {setup.MaximumFrames} frames.");
        _steadyTime = 0;
    }

    private protected override void DeactivateCore()
    {
        if (_isProcessing)
        {
            var outer = EnterAudioThread();
            _plugin->StopProcessing(_plugin);
            LeaveAudioThread(outer);
            _isProcessing = false;
        }

        _plugin->Deactivate(_plugin);
    }

    private protected override BlockResult ProcessCore(AudioBuffers buffers, ReadOnlySpan<AutomationPoint> changes)
    {
        StartProcessing();
        _events.Set(changes, Parameter, CookieOf);
        var transport = Transport();
        var input = Bus(buffers.Input, buffers.Layout.Inputs, buffers.IsDouble);
        var output = Bus(buffers.Output, buffers.Layout.Outputs, buffers.IsDouble);
        if (buffers.InputIsSilent)
            input.ConstantMask = AllChannels(buffers.Layout.Inputs);
        var process = new ClapProcess
        {
            SteadyTime = _steadyTime,
            FramesCount = (uint)buffers.Frames,
            Transport = &transport,
            AudioInputs = &input,
            AudioOutputs = &output,
            AudioInputsCount = 1,
            AudioOutputsCount = 1,
            InEvents = _events.Input,
            OutEvents = _events.Output,
        };
        var status = _plugin->Process(_plugin, &process);
        if (status is < (int)ProcessStatus.Continue or > (int)ProcessStatus.Sleep)
            throw new HostException($"{Class.Name} answers process with {status}.");
        _steadyTime += buffers.Frames;

        // A constant output is silent when its first sample is.
        var isConstant = output.ConstantMask == AllChannels(buffers.Layout.Outputs);
        return new BlockResult((ProcessStatus)status, isConstant && StartsAtZero(buffers));
    }

    private protected override void Dispose(bool isDisposing)
    {
        _plugin->Destroy(_plugin);
        if (Loop.TimerCount + Loop.DescriptorCount > 0)
            Requests.Violations.Enqueue($"left {Loop.TimerCount} timers and {Loop.DescriptorCount} file descriptors behind");
        _events.Dispose();
        NativeMemoryBlock.Free(_host);
        _self.Free();
    }

    private static ulong AllChannels(int count) => (1ul << count) - 1;

    private static ClapAudioBuffer Bus(void** planes, int channels, bool isDouble) => new()
    {
        Data32 = isDouble ? null : (float**)planes,
        Data64 = isDouble ? (double**)planes : null,
        ChannelCount = (uint)channels,
    };

    private static bool StartsAtZero(AudioBuffers buffers)
    {
        Span<double> first = stackalloc double[Math.Min(1, buffers.Frames)];
        for (var channel = 0; channel < buffers.Layout.Outputs; channel++)
        {
            buffers.ReadOutput(channel, first);
            if (first.ContainsAnyExcept(0.0))
                return false;
        }

        return true;
    }

    private ClapTransportEvent Transport()
    {
        const uint hasTempo = 1, hasSeconds = 4, isPlaying = 16;
        const double secondsFactor = 1L << 31;
        return new ClapTransportEvent
        {
            Header = new ClapEventHeader { Size = (uint)sizeof(ClapTransportEvent), Type = 9 },
            Flags = hasTempo | hasSeconds | isPlaying,
            Tempo = 120,
            SongPositionSeconds = (long)(_steadyTime / (Setup?.SampleRateHz ?? 1) * secondsFactor),
        };
    }

    private bool TrySelectConfig(AudioLayout layout)
    {
        var configs = Extension<ClapAudioPortsConfigs>("clap.audio-ports-config"u8);
        for (uint index = 0; configs is not null && index < configs->Count(_plugin); index++)
        {
            ClapAudioPortsConfig config;
            if (configs->Get(_plugin, index, &config) == 0)
                throw new HostException($"{Class.Name} does not show its audio port configuration {index}.");
            if (config.InputPortCount == 1 && config.OutputPortCount == 1 && config.MainInputChannelCount == layout.Inputs && config.MainOutputChannelCount == layout.Outputs)
                return configs->Select(_plugin, config.Id) != 0;
        }

        return false;
    }

    private bool TryConfigurePorts(AudioLayout layout)
    {
        var configurable = Extension<ClapConfigurableAudioPorts>("clap.configurable-audio-ports/1"u8);
        if (configurable is null)
            return false;
        var requests = stackalloc ClapAudioPortRequest[] { Request(isInput: true, layout.Inputs), Request(isInput: false, layout.Outputs) };
        return configurable->CanApply(_plugin, requests, 2) != 0 && configurable->Apply(_plugin, requests, 2) != 0;

        static ClapAudioPortRequest Request(bool isInput, int channels) => new()
        {
            IsInput = isInput ? (byte)1 : (byte)0,
            ChannelCount = (uint)channels,
            PortType = channels switch { 1 => Utf8Text.Pointer("mono"u8), 2 => Utf8Text.Pointer("stereo"u8), _ => null },
        };
    }

    private void ReadPorts()
    {
        if (_ports is null || _ports->Count(_plugin, 1) != 1 || _ports->Count(_plugin, 0) != 1)
            throw new HostException($"{Class.Name} has not one audio input and one output; this host serves no others.");
        fixed (ClapAudioPortInfo* input = &_inputPort, output = &_outputPort)
        {
            if (_ports->Get(_plugin, 0, 1, input) == 0 || _ports->Get(_plugin, 0, 0, output) == 0)
                throw new HostException($"{Class.Name} does not show its audio ports.");
        }
    }

    private void StartProcessing()
    {
        if (!_isProcessing && _plugin->StartProcessing(_plugin) == 0)
            throw new HostException($"{Class.Name} refuses to start processing.");
        _isProcessing = true;
    }

    /// <summary>One of the plugin's tables, or null.</summary>
    public T* Extension<T>(ReadOnlySpan<byte> id)
        where T : unmanaged => (T*)_plugin->GetExtension(_plugin, Utf8Text.Pointer(id));
}
