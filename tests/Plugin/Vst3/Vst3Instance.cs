using System.Runtime.InteropServices;
using System.Text;
using NamPlugin.Host;
using NamPlugin.Host.Vst3;

namespace NamPlugin.Plugin.Tests.Vst3;

/// <summary>
/// An instance of the built VST3 by its bare interfaces, for what no well-behaved host does: the tests call it in any order and with anything.
/// </summary>
internal sealed unsafe class Vst3Instance : IDisposable
{
    public const int Frames = 256;

    /// <summary>Bits of channels left and right.</summary>
    public const ulong Stereo = 3;

    private readonly PluginModule _module = BuiltPlugin.Load(PluginFormat.Vst3);
    private readonly HostApplication _application = new();

    public Vst3Instance()
    {
        var getFactory = (delegate* unmanaged[Cdecl]<Interface<PluginFactoryTable>*>)NativeLibrary.GetExport(NativeLibrary.Load(_module.Path), "GetPluginFactory");
        var factory = getFactory();
        var classId = Guid128.Parse(_module.Classes[0].Id);
        var wanted = Vst3Ids.Component;
        void* component;
        Assert.Equal(Vst3Result.Ok, factory->Table->CreateInstance(factory, &classId, &wanted, &component));
        Component = (Interface<ComponentTable>*)component;
        Processor = (Interface<AudioProcessorTable>*)Query(Vst3Ids.AudioProcessor);
        Controller = (Interface<EditControllerTable>*)Query(Vst3Ids.EditController);
        Assert.Equal(Vst3Result.Ok, Initialize());
    }

    public Interface<ComponentTable>* Component { get; }

    public Interface<AudioProcessorTable>* Processor { get; }

    public Interface<EditControllerTable>* Controller { get; }

    /// <summary>Whether blocks are said to be rendered offline.</summary>
    public bool IsOffline { get; set; }

    /// <summary>One of the interfaces, with a reference, or null.</summary>
    public void* Query(Guid128 id)
    {
        void* found;
        var result = Component->Table->Base.Unknown.QueryInterface(Component, &id, &found);
        Assert.Equal(found is null ? Vst3Result.NoInterface : Vst3Result.Ok, result);
        return found;
    }

    public int Initialize() => Component->Table->Base.Initialize(Component, _application.Pointer);

    public static void Release(void* instance) => ((Interface<UnknownTable>*)instance)->Table->Release(instance);

    public double Shown(uint id) => Controller->Table->GetParamNormalized(Controller, id);

    /// <summary>What a host does when it draws a value.</summary>
    public void Draw(uint id)
    {
        var text = stackalloc char[128];
        Assert.Equal(Vst3Result.Ok, Controller->Table->GetParamStringByValue(Controller, id, Shown(id), text));
    }

    public void Activate()
    {
        var setup = new ProcessSetup { MaxSamplesPerBlock = Frames, SampleRate = 48_000 };
        Assert.Equal(Vst3Result.Ok, Processor->Table->SetupProcessing(Processor, &setup));
        Assert.Equal(Vst3Result.Ok, Component->Table->SetActive(Component, 1));
        Assert.Equal(Vst3Result.Ok, Processor->Table->SetProcessing(Processor, 1));
    }

    public int SetState(HostObject stream) => Component->Table->SetState(Component, stream.Pointer);

    public int SetComponentState(HostObject stream) => Controller->Table->SetComponentState(Controller, stream.Pointer);

    public int SetState(byte[] state)
    {
        using var stream = new HostStream(state, int.MaxValue);
        return SetState(stream);
    }

    public byte[] GetState()
    {
        using var stream = new HostStream([], int.MaxValue);
        Assert.Equal(Vst3Result.Ok, Component->Table->GetState(Component, stream.Pointer));
        return stream.ToArray();
    }

    /// <summary>The state as text.</summary>
    public string State => Encoding.UTF8.GetString(GetState());

    /// <summary>Sends points without audio.</summary>
    public void Flush(params ReadOnlySpan<(uint Id, int Frame, double Normalized)> points)
    {
        using var changes = Changes(points);
        var data = new ProcessData { InputParameterChanges = changes.Pointer };
        Assert.Equal(Vst3Result.Ok, Processor->Table->Process(Processor, &data));
    }

    /// <summary>Plays a block of ones into planes that were 9 before.</summary>
    public (float[][] Output, ulong Silence) Play(int channels = 2, params ReadOnlySpan<(uint Id, int Frame, double Normalized)> points)
    {
        using var changes = Changes(points);
        var planes = (float*)NativeMemory.Alloc((nuint)(2 * channels * Frames), sizeof(float));
        var rows = stackalloc void*[2 * channels];
        for (var row = 0; row < 2 * channels; row++)
        {
            rows[row] = planes + (row * Frames);
            new Span<float>(rows[row], Frames).Fill(row < channels ? 1 : 9);
        }

        var input = new AudioBusBuffers { NumChannels = channels, ChannelBuffers = rows };
        var output = new AudioBusBuffers { NumChannels = channels, ChannelBuffers = rows + channels };
        const int offline = 2;
        var data = new ProcessData
        {
            ProcessMode = IsOffline ? offline : 0,
            NumSamples = Frames,
            NumInputs = 1,
            NumOutputs = 1,
            Inputs = &input,
            Outputs = &output,
            InputParameterChanges = changes.Pointer,
        };
        Assert.Equal(Vst3Result.Ok, Processor->Table->Process(Processor, &data));
        var played = new float[channels][];
        for (var channel = 0; channel < channels; channel++)
            played[channel] = new ReadOnlySpan<float>(output.ChannelBuffers[channel], Frames).ToArray();
        NativeMemory.Free(planes);
        return (played, output.SilenceFlags);
    }

    public void Dispose()
    {
        Component->Table->Base.Terminate(Component);
        Release(Controller);
        Release(Processor);
        Assert.Equal(0u, Component->Table->Base.Unknown.Release(Component));
        _module.Dispose();
        _application.Dispose();
    }

    private static ParameterChangeList Changes(ReadOnlySpan<(uint Id, int Frame, double Normalized)> points)
    {
        var changes = new ParameterChangeList();
        foreach (var (id, frame, normalized) in points)
            changes.QueueOf(id).Points.Add((frame, normalized));
        return changes;
    }
}
