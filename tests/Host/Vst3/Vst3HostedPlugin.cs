using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Vst3;

/// <summary>A VST3 instance: component and controller, life and audio. Parameters and state are in the other parts.</summary>
internal sealed unsafe partial class Vst3HostedPlugin : HostedPlugin
{
    private const int Audio = 0, Input = 0, Output = 1;
    private const uint ContinuousTimeValid = 1 << 17;
    private readonly HostApplication _application = new();
    private readonly ComponentHandler _handler;
    private readonly ParameterChangeList _inputChanges = new();
    private readonly ParameterChangeList _outputChanges = new();
    private readonly Interface<ComponentTable>* _component;
    private readonly Interface<AudioProcessorTable>* _processor;
    private readonly Interface<EditControllerTable>* _controller;
    private readonly Interface<CountersTable>* _counters;
    private readonly bool _isController;
    private AudioLayout _layout;
    private long _position;
    private bool _isProcessing;

    public Vst3HostedPlugin(Interface<PluginFactoryTable>* factory, PluginClass pluginClass)
        : base(pluginClass)
    {
        _handler = new ComponentHandler(this);
        _component = (Interface<ComponentTable>*)Create(factory, Guid128.Parse(pluginClass.Id), Vst3Ids.Component);
        Require(_component->Table->Base.Initialize(_component, _application.Pointer), "initialize of the component");
        _processor = (Interface<AudioProcessorTable>*)Query(_component, Vst3Ids.AudioProcessor);
        if (_processor is null)
            throw new HostException($"{pluginClass.Name} is no audio processor.");

        _counters = (Interface<CountersTable>*)Query(_component, Vst3Ids.RuntimeCounters);
        Counters = _counters is null ? null : RuntimeCounters.From(&_counters->Table->Counters, _counters);

        // One object may be component and controller; otherwise the component names the class of its controller.
        _controller = (Interface<EditControllerTable>*)Query(_component, Vst3Ids.EditController);
        _isController = _controller is not null;
        if (!_isController)
        {
            Guid128 controllerId;
            Require(_component->Table->GetControllerClassId(_component, &controllerId), "getControllerClassId");
            _controller = (Interface<EditControllerTable>*)Create(factory, controllerId, Vst3Ids.EditController);
            Require(_controller->Table->Base.Initialize(_controller, _application.Pointer), "initialize of the controller");
            Connect(isConnected: true);
        }

        Require(_controller->Table->SetComponentHandler(_controller, _handler.Pointer), "setComponentHandler");
        SendComponentState();
        _layout = ReadLayout();
        _parameters = ReadParameters();
    }

    /// <summary>Timers and descriptors of this instance.</summary>
    public EventLoop Loop { get; } = new();

    public override RuntimeCounters? Counters { get; }

    public override AudioLayout Layout => _layout;

    public override bool SupportsDouble => _processor->Table->CanProcessSampleSize(_processor, 1) == Vst3Result.Ok;

    public override int LatencySamples => checked((int)_processor->Table->GetLatencySamples(_processor));

    public override int TailSamples => (int)Math.Min(int.MaxValue, _processor->Table->GetTailSamples(_processor));

    public override bool TrySetLayout(AudioLayout layout)
    {
        var input = Arrangement(layout.Inputs);
        var output = Arrangement(layout.Outputs);
        var isSet = _processor->Table->SetBusArrangements(_processor, &input, 1, &output, 1) == Vst3Result.Ok;
        _layout = ReadLayout();
        if (isSet && _layout != layout)
            throw new HostException($"{Class.Name} accepts {layout} and then shows {_layout}.");
        return isSet;
    }

    // VST3 has no reset: switching processing off and on clears what sounds on.
    public override void Reset()
    {
        SetProcessing(false);
        SetProcessing(true);
    }

    public override void Idle()
    {
        ShowPlayedValues();
        // A host's own editor draws a value now and then; plugins use the call to say what they could not say before.
        if (_parameters.Length > 0)
            FormatValue(_parameters[0].Id, GetValue(_parameters[0].Id));
        Loop.RunOnce();
    }

    private protected override void ActivateCore(ProcessingSetup setup)
    {
        if (setup.IsDouble && !SupportsDouble)
            throw new HostException($"{Class.Name} takes no 64-bit samples.");
        var processSetup = new ProcessSetup
        {
            ProcessMode = Mode(setup),
            SymbolicSampleSize = setup.IsDouble ? 1 : 0,
            MaxSamplesPerBlock = setup.MaximumFrames,
            SampleRate = setup.SampleRateHz,
        };
        Require(_processor->Table->SetupProcessing(_processor, &processSetup), $"setupProcessing at {setup.SampleRateHz} Hz with {setup.MaximumFrames} frames");
        Require(_component->Table->ActivateBus(_component, Audio, Input, 0, 1), "activateBus of the input");
        Require(_component->Table->ActivateBus(_component, Audio, Output, 0, 1), "activateBus of the output");
        Require(_component->Table->SetActive(_component, 1), "setActive(true)");
        _position = 0;
    }

    private protected override void DeactivateCore()
    {
        if (_isProcessing)
            SetProcessing(false);
        Require(_component->Table->SetActive(_component, 0), "setActive(false)");
        ShowPlayedValues();
    }

    private protected override BlockResult ProcessCore(AudioBuffers buffers, ReadOnlySpan<AutomationPoint> changes)
    {
        if (!_isProcessing)
            SetProcessing(true);
        FillChanges(_waiting.Count == 0 ? changes : [.. _waiting, .. changes]);
        _waiting.Clear();
        var input = new AudioBusBuffers { NumChannels = buffers.Layout.Inputs, ChannelBuffers = buffers.Input };
        var output = new AudioBusBuffers { NumChannels = buffers.Layout.Outputs, ChannelBuffers = buffers.Output };
        if (buffers.InputIsSilent)
            input.SilenceFlags = AllChannels(buffers.Layout.Inputs);
        var context = Context();
        var data = new ProcessData
        {
            ProcessMode = Setup is null ? 0 : Mode(Setup),
            SymbolicSampleSize = buffers.IsDouble ? 1 : 0,
            NumSamples = buffers.Frames,
            NumInputs = 1,
            NumOutputs = 1,
            Inputs = &input,
            Outputs = &output,
            InputParameterChanges = _inputChanges.Pointer,
            OutputParameterChanges = _outputChanges.Pointer,
            ProcessContext = &context,
        };
        Require(_processor->Table->Process(_processor, &data), "process");
        _position += buffers.Frames;
        RecordOutputChanges();
        return new BlockResult(ProcessStatus.Continue, output.SilenceFlags == AllChannels(buffers.Layout.Outputs));
    }

    private protected override void Dispose(bool isDisposing)
    {
        Require(_controller->Table->SetComponentHandler(_controller, null), "setComponentHandler(null)");
        if (!_isController)
        {
            Connect(isConnected: false);
            Require(_controller->Table->Base.Terminate(_controller), "terminate of the controller");
        }

        Require(_component->Table->Base.Terminate(_component), "terminate of the component");
        Release(_controller);
        Release(_processor);
        Release(_counters);
        if (((Interface<UnknownTable>*)_component)->Table->Release(_component) != 0)
            Requests.Violations.Enqueue("the component has references left after the host's last");
        foreach (var (leaked, name) in new[] { (_handler.ReferencesOfOthers, "handler"), (_application.ReferencesOfOthers, "application"), (_inputChanges.ReferencesOfOthers, "changes") })
        {
            if (leaked > 0)
                Requests.Violations.Enqueue($"keeps {leaked} references to the host's {name}");
        }

        if (Loop.TimerCount + Loop.DescriptorCount > 0)
            Requests.Violations.Enqueue($"left {Loop.TimerCount} timers and {Loop.DescriptorCount} file descriptors behind");
        foreach (var hostObject in new HostObject[] { _handler, _application, _inputChanges, _outputChanges })
            ((IDisposable)hostObject).Dispose();
    }

    private static int Mode(ProcessingSetup setup)
    {
        const int realtime = 0, offline = 2;
        return setup.IsOffline ? offline : realtime;
    }

    private static ulong AllChannels(int count) => (1ul << count) - 1;

    private static ulong Arrangement(int channels)
    {
        const ulong left = 1, right = 2, mono = 1 << 19;
        return channels switch { 1 => mono, 2 => left | right, _ => AllChannels(channels) };
    }

    private ProcessContext Context()
    {
        const uint playing = 1 << 1, tempoValid = 1 << 10;
        return new ProcessContext
        {
            State = playing | tempoValid | ContinuousTimeValid,
            SampleRate = Setup?.SampleRateHz ?? 0,
            ProjectTimeSamples = _position,
            ContinuousTimeSamples = _position,
            Tempo = 120,
        };
    }

    private void SetProcessing(bool isOn)
    {
        var outer = EnterAudioThread();
        var result = _processor->Table->SetProcessing(_processor, isOn ? (byte)1 : (byte)0);
        LeaveAudioThread(outer);
        if (result is not (Vst3Result.Ok or Vst3Result.NotImplemented))
            throw new HostException($"{Class.Name} answers setProcessing({isOn}) with {result}.");
        _isProcessing = isOn;
    }

    private AudioLayout ReadLayout()
    {
        if (_component->Table->GetBusCount(_component, Audio, Input) != 1 || _component->Table->GetBusCount(_component, Audio, Output) != 1)
            throw new HostException($"{Class.Name} has not one audio input and one output; this host serves no others.");
        return new AudioLayout(Channels(Input), Channels(Output));

        int Channels(int direction)
        {
            BusInfo info;
            Require(_component->Table->GetBusInfo(_component, Audio, direction, 0, &info), "getBusInfo");
            return info.ChannelCount;
        }
    }

    private void Connect(bool isConnected)
    {
        var component = (Interface<ConnectionPointTable>*)Query(_component, Vst3Ids.ConnectionPoint);
        var controller = (Interface<ConnectionPointTable>*)Query(_controller, Vst3Ids.ConnectionPoint);
        if (component is not null && controller is not null)
        {
            Require(isConnected ? component->Table->Connect(component, controller) : component->Table->Disconnect(component, controller), "connecting the component");
            Require(isConnected ? controller->Table->Connect(controller, component) : controller->Table->Disconnect(controller, component), "connecting the controller");
        }

        Release(component);
        Release(controller);
    }

    private void* Create(Interface<PluginFactoryTable>* factory, Guid128 classId, Guid128 interfaceId)
    {
        void* created;
        Require(factory->Table->CreateInstance(factory, &classId, &interfaceId, &created), "createInstance");
        return created;
    }

    private static void* Query(void* unknown, Guid128 id)
    {
        void* found;
        return ((Interface<UnknownTable>*)unknown)->Table->QueryInterface(unknown, &id, &found) == Vst3Result.Ok ? found : null;
    }

    private static void Release(void* unknown)
    {
        if (unknown is not null)
            ((Interface<UnknownTable>*)unknown)->Table->Release(unknown);
    }

    private void Require(int result, string what)
    {
        if (result != Vst3Result.Ok)
            throw new HostException($"{Class.Name} answers {what} with {result}.");
    }
}
