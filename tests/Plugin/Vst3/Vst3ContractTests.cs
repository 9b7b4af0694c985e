using System.Text;
using NamPlugin.Host;
using NamPlugin.Host.Vst3;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.Vst3;

/// <summary>What VST3 alone asks for, and what hosts do that the standard does not foresee.</summary>
public sealed unsafe class Vst3ContractTests
{
    private const uint Bypass = 1, Input = 10, Output = 11, Interface = 14, Unknown = 4711;

    [Fact]
    public void Every_interface_belongs_to_the_same_object()
    {
        using var instance = new Vst3Instance();
        var identity = instance.Query(Vst3Ids.Unknown);
        foreach (var id in new[] { Vst3Ids.Component, Vst3Ids.AudioProcessor, Vst3Ids.EditController, Vst3Ids.ConnectionPoint })
        {
            var face = (Interface<UnknownTable>*)instance.Query(id);
            Assert.True(face is not null);
            var unknown = Vst3Ids.Unknown;
            void* found;
            Assert.Equal(Vst3Result.Ok, face->Table->QueryInterface(face, &unknown, &found));
            Assert.True(found == identity, "FUnknown is not the same through every interface");
            Vst3Instance.Release(found);
            Vst3Instance.Release(face);
        }

        Assert.True(instance.Query(Vst3Ids.Message) is null);
        Vst3Instance.Release(identity);
    }

    [Fact]
    public void Beginning_or_ending_twice_is_refused_and_activating_twice_is_not()
    {
        using var instance = new Vst3Instance();
        var component = instance.Component;
        var table = component->Table;
        Assert.Equal(Vst3Result.False, instance.Initialize());
        instance.Activate();
        instance.Activate();
        Assert.Equal(Vst3Result.Ok, table->Base.Terminate(component));
        Assert.NotEqual(Vst3Result.Ok, table->Base.Terminate(component));
        Assert.NotEqual(Vst3Result.Ok, table->SetActive(component, 1));
        Assert.Equal(Vst3Result.Ok, instance.Initialize());
    }

    [Fact]
    public void A_host_need_not_say_who_it_is()
    {
        ShellUnderTest.SkipOnNPlug(PluginFormat.Vst3, "begins nothing without an IHostApplication.");
        using var instance = new Vst3Instance();
        var table = instance.Component->Table;
        Assert.Equal(Vst3Result.Ok, table->Base.Terminate(instance.Component));
        Assert.Equal(Vst3Result.Ok, table->Base.Initialize(instance.Component, null));
    }

    [Fact]
    public void A_new_instance_shows_the_defaults()
    {
        using var instance = new Vst3Instance();
        var count = instance.Controller->Table->GetParameterCount(instance.Controller);
        Assert.InRange(count, 10, int.MaxValue);
        for (var index = 0; index < count; index++)
        {
            ParameterInfo info;
            Assert.Equal(Vst3Result.Ok, instance.Controller->Table->GetParameterInfo(instance.Controller, index, &info));
            Assert.Equal(info.DefaultNormalizedValue, instance.Shown(info.Id));
        }
    }

    [Fact]
    public void A_value_shown_to_the_controller_does_not_sound()
    {
        using var instance = new Vst3Instance();
        var before = instance.State;
        Assert.Equal(Vst3Result.Ok, instance.Controller->Table->SetParamNormalized(instance.Controller, Input, 0.75));

        Assert.Equal(0.75, instance.Shown(Input));
        Assert.Equal(before, instance.State);
    }

    [Fact]
    public void The_components_state_alone_puts_the_controller_right_and_changes_no_sound()
    {
        using var source = new Vst3Instance();
        source.Activate();
        source.Flush((Input, 0, 0.75), (Bypass, 0, 1));
        using var shown = new HostStream(source.GetState(), 5);
        using var instance = new Vst3Instance();
        var before = instance.State;

        Assert.Equal(Vst3Result.Ok, instance.SetComponentState(shown));

        Assert.Equal((0.75, 1.0), (instance.Shown(Input), instance.Shown(Bypass)));
        Assert.Equal(before, instance.State);
    }

    [Fact]
    public void Points_out_of_place_do_no_harm_and_the_last_of_a_queue_counts()
    {
        using var instance = new Vst3Instance();
        instance.Activate();
        var (output, _) = instance.Play(points: [
            (Input, -5, 0.1), (Input, 99_999, 0.9), (Input, 3, 0.75),
            (Output, 200, 0.9), (Output, 10, double.NaN), (Output, 10, 0.25),
            (Unknown, 0, 1)]);

        Assert.All(output, plane => Assert.All(plane, sample => Assert.True(float.IsFinite(sample))));
        Assert.Contains("\"input\":12,", instance.State, StringComparison.Ordinal);
        Assert.Contains("\"output\":-12,", instance.State, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_takes_any_number_of_points()
    {
        using var instance = new Vst3Instance();
        instance.Activate();
        var points = Enumerable.Range(0, 20_000).Select(point => (Input, point * Vst3Instance.Frames / 20_000, (point % 7) / 6.0)).ToArray();
        instance.Play(points: points);

        var last = points[^1].Item3;
        Assert.Contains(FormattableString.Invariant($"\"input\":{-24 + (48 * last)},"), instance.State, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_that_is_off_is_silent_and_keeps_the_values_it_is_sent()
    {
        using var instance = new Vst3Instance();
        var (output, silence) = instance.Play(points: (Input, 0, 0.75));

        Assert.Equal(Vst3Instance.Stereo, silence);
        Assert.All(output, plane => Assert.All(plane, sample => Assert.Equal(0, sample)));
        Assert.Contains("\"input\":12,", instance.State, StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_beyond_the_layout_are_silent()
    {
        using var instance = new Vst3Instance();
        instance.Activate();
        var (output, silence) = instance.Play(channels: 4);

        Assert.All(output[2..], plane => Assert.All(plane, sample => Assert.Equal(0, sample)));
        Assert.Equal(~Vst3Instance.Stereo & 15, silence & ~Vst3Instance.Stereo);
        Assert.Contains(output[0], sample => sample != 0);
    }

    [Fact]
    public void A_block_without_buffers_passes()
    {
        using var instance = new Vst3Instance();
        instance.Activate();
        var planes = stackalloc void*[2];
        var bus = new AudioBusBuffers { NumChannels = 2 };
        var nullPlanes = new AudioBusBuffers { NumChannels = 2, ChannelBuffers = planes };
        ReadOnlySpan<ProcessData> blocks =
        [
            new() { NumSamples = 64 },
            new() { NumSamples = 64, NumInputs = 1, NumOutputs = 1 },
            new() { NumSamples = 64, NumInputs = 1, NumOutputs = 1, Inputs = &bus, Outputs = &bus },
            new() { NumSamples = 64, NumInputs = 1, NumOutputs = 1, Inputs = &nullPlanes, Outputs = &nullPlanes },
        ];
        foreach (var block in blocks)
        {
            var data = block;
            Assert.Equal(Vst3Result.Ok, instance.Processor->Table->Process(instance.Processor, &data));
        }
    }

    [Fact]
    public void A_state_without_end_is_refused_and_changes_nothing()
    {
        using var instance = new Vst3Instance();
        instance.Activate();
        instance.Flush((Input, 0, 0.75));
        var before = instance.State;
        var padded = new byte[20 << 20];
        Array.Fill(padded, (byte)' ');

        Assert.NotEqual(Vst3Result.Ok, instance.SetState(padded));
        Assert.Equal(before, instance.State);
    }

    [Fact]
    public void A_stream_that_takes_nothing_ends_a_save_in_failure()
    {
        using var instance = new Vst3Instance();
        using var stream = new HostStream([], 0);

        Assert.NotEqual(Vst3Result.Ok, instance.Component->Table->GetState(instance.Component, stream.Pointer));
        Assert.Empty(stream.ToArray());
    }

    [Theory]
    [InlineData("Project", true)]
    [InlineData(null, true)]
    [InlineData("Default", false)]
    [InlineData("TrackPreset", false)]
    public void A_preset_leaves_alone_what_belongs_to_the_machine(string? stateType, bool isSession)
    {
        using var source = new Vst3Instance();
        source.Activate();
        source.Flush((Input, 0, 0.75), (Interface, 0, 0.5));
        using var saved = new TypedStream([], stateType);
        Assert.Equal(Vst3Result.Ok, source.Component->Table->GetState(source.Component, saved.Pointer));
        Assert.Equal(isSession, Encoding.UTF8.GetString(saved.ToArray()).Contains("\"cal_dbu\"", StringComparison.Ordinal));

        using var instance = new Vst3Instance();
        var machine = instance.Shown(Interface);
        using var loaded = new TypedStream(source.GetState(), stateType);
        Assert.Equal(Vst3Result.Ok, instance.SetComponentState(loaded));
        Assert.Equal((0.75, isSession ? 0.5 : machine), (instance.Shown(Input), instance.Shown(Interface)));
        loaded.Rewind();
        Assert.Equal(Vst3Result.Ok, instance.SetState(loaded));
        Assert.Equal((0.75, isSession ? 0.5 : machine), (instance.Shown(Input), instance.Shown(Interface)));
        Assert.Equal((0, 0), (saved.ReferencesOfOthers, loaded.ReferencesOfOthers));
    }

    // Ardour 7 holds a lock while it loads a preset, and takes the same one when it is told something; while it loads a session it holds none, and
    // it looks for another latency only where it is told.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_latency_is_announced_at_once_before_anything_has_played_and_after_the_state_from_then_on(bool hasPlayed)
    {
        const int latencyChanged = 8;
        using var folder = new TemporaryFolder();
        var path = Captures.WriteGain(folder, 1, 44_100);
        using var instance = new Vst3Instance();
        using var handler = new RestartingHandler(instance);
        instance.Activate();
        if (hasPlayed)
            instance.Play();
        Assert.Equal(Vst3Result.Ok, instance.Controller->Table->SetComponentHandler(instance.Controller, handler.Pointer));
        using var state = new HostStream(NamPluginState.WithCapture(path), int.MaxValue);
        Assert.Equal(Vst3Result.Ok, instance.SetState(state));
        state.Rewind();
        Assert.Equal(Vst3Result.Ok, instance.SetComponentState(state));
        instance.Shown(Input);
        Assert.Equal(hasPlayed ? [] : [latencyChanged], handler.Announced);

        instance.Draw(Input);

        // The handler restarted the instance from within its own call.
        Assert.Equal([latencyChanged], handler.Announced);
        Assert.Equal(0, handler.Edits);
        Assert.True(instance.Processor->Table->GetLatencySamples(instance.Processor) > 0);
        instance.Play();

        Assert.Equal(Vst3Result.Ok, instance.Controller->Table->SetComponentHandler(instance.Controller, null));
        Assert.Equal(0, handler.ReferencesOfOthers);
    }

    // Ardour 7 sets up once and calls blocks of an export offline one by one.
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_block_that_is_called_offline_is_offline(int fullWhenRendering)
    {
        var state = $$"""{"namplugin":1,"parameters":{"width":0,"full_on_render":{{fullWhenRendering}}},"model":{"path":"{{Captures.BuiltIn}}"} }""";
        var realTime = LastBlock(isOffline: false);
        var offline = LastBlock(isOffline: true);

        Assert.Equal(fullWhenRendering == 0, realTime.AsSpan().SequenceEqual(offline));

        float[] LastBlock(bool isOffline)
        {
            using var instance = new Vst3Instance();
            Assert.Equal(Vst3Result.Ok, instance.SetState(Encoding.UTF8.GetBytes(state)));
            instance.Activate();
            instance.Play();
            instance.IsOffline = isOffline;

            // Until another width has been taken.
            for (var block = 0; block < 20; block++)
                instance.Play();
            return instance.Play().Output[0];
        }
    }
}
