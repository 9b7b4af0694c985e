using System.Runtime.InteropServices;
using NamPlugin.Host.Clap;
using NamPlugin.Host.Vst3;

namespace NamPlugin.Plugin.Tests.Hosting;

/// <summary>
/// The host's structs lie in memory as C and C++ lay them out. The figures are sizeof and offsetof of the public headers (CLAP 1.2.10, VST3
/// pluginterfaces 3.7.14), compiled for 64-bit Linux.
/// </summary>
public sealed class BinaryLayoutTests
{
    [Theory]
    [InlineData(typeof(ClapEntry), 40)]
    [InlineData(typeof(ClapPluginDescriptor), 88)]
    [InlineData(typeof(ClapPlugin), 96)]
    [InlineData(typeof(ClapHost), 88)]
    [InlineData(typeof(ClapProcess), 64)]
    [InlineData(typeof(ClapAudioBuffer), 32)]
    [InlineData(typeof(ClapEventHeader), 16)]
    [InlineData(typeof(ClapParameterEvent), 56)]
    [InlineData(typeof(ClapGestureEvent), 20)]
    [InlineData(typeof(ClapTransportEvent), 104)]
    [InlineData(typeof(ClapAudioPortInfo), 288)]
    [InlineData(typeof(ClapAudioPortsConfig), 304)]
    [InlineData(typeof(ClapAudioPortRequest), 32)]
    [InlineData(typeof(ClapParameterInfo), 1320)]
    [InlineData(typeof(ClapPresetFactory), 24)]
    [InlineData(typeof(ClapPresetDescriptor), 40)]
    [InlineData(typeof(ClapPresetProvider), 48)]
    [InlineData(typeof(ClapPresetIndexer), 88)]
    [InlineData(typeof(ClapPresetFileType), 24)]
    [InlineData(typeof(ClapPresetLocation), 32)]
    [InlineData(typeof(ClapPresetReceiver), 88)]
    [InlineData(typeof(ClapUniversalPluginId), 16)]
    [InlineData(typeof(ClapHostPresetLoad), 16)]
    [InlineData(typeof(ClapColor), 4)]
    [InlineData(typeof(ClapRemoteControlsPage), 552)]
    [InlineData(typeof(ClapContextMenuTarget), 8)]
    [InlineData(typeof(ClapContextMenuEntry), 16)]
    [InlineData(typeof(ClapContextMenuBuilder), 24)]
    [InlineData(typeof(ClapTrackInfo), 280)]
    [InlineData(typeof(PFactoryInfo), 452)]
    [InlineData(typeof(PClassInfo), 116)]
    [InlineData(typeof(PClassInfo2), 440)]
    [InlineData(typeof(BusInfo), 276)]
    [InlineData(typeof(ParameterInfo), 792)]
    [InlineData(typeof(ProcessSetup), 24)]
    [InlineData(typeof(AudioBusBuffers), 24)]
    [InlineData(typeof(ProcessData), 80)]
    [InlineData(typeof(ProcessContext), 112)]
    public void A_struct_is_as_large_as_in_the_headers(Type type, int bytes) => Assert.Equal(bytes, Marshal.SizeOf(type));

    [Theory]
    [InlineData(typeof(ClapPluginDescriptor), nameof(ClapPluginDescriptor.Features), 80)]
    [InlineData(typeof(ClapPlugin), nameof(ClapPlugin.Process), 72)]
    [InlineData(typeof(ClapHost), nameof(ClapHost.GetExtension), 56)]
    [InlineData(typeof(ClapProcess), nameof(ClapProcess.Transport), 16)]
    [InlineData(typeof(ClapProcess), nameof(ClapProcess.AudioInputsCount), 40)]
    [InlineData(typeof(ClapProcess), nameof(ClapProcess.InEvents), 48)]
    [InlineData(typeof(ClapAudioBuffer), nameof(ClapAudioBuffer.ConstantMask), 24)]
    [InlineData(typeof(ClapParameterEvent), nameof(ClapParameterEvent.Cookie), 24)]
    [InlineData(typeof(ClapParameterEvent), nameof(ClapParameterEvent.Value), 48)]
    [InlineData(typeof(ClapTransportEvent), nameof(ClapTransportEvent.SongPositionSeconds), 32)]
    [InlineData(typeof(ClapTransportEvent), nameof(ClapTransportEvent.BarNumber), 96)]
    [InlineData(typeof(ClapAudioPortInfo), nameof(ClapAudioPortInfo.Flags), 260)]
    [InlineData(typeof(ClapAudioPortInfo), nameof(ClapAudioPortInfo.InPlacePair), 280)]
    [InlineData(typeof(ClapAudioPortsConfig), nameof(ClapAudioPortsConfig.MainInputChannelCount), 272)]
    [InlineData(typeof(ClapAudioPortsConfig), nameof(ClapAudioPortsConfig.HasMainOutput), 288)]
    [InlineData(typeof(ClapAudioPortsConfig), nameof(ClapAudioPortsConfig.MainOutputChannelCount), 292)]
    [InlineData(typeof(ClapAudioPortRequest), nameof(ClapAudioPortRequest.PortDetails), 24)]
    [InlineData(typeof(ClapParameterInfo), nameof(ClapParameterInfo.Module), 272)]
    [InlineData(typeof(ClapParameterInfo), nameof(ClapParameterInfo.Minimum), 1296)]
    [InlineData(typeof(ClapPresetIndexer), nameof(ClapPresetIndexer.DeclareFileType), 56)]
    [InlineData(typeof(ClapPresetLocation), nameof(ClapPresetLocation.Kind), 16)]
    [InlineData(typeof(ClapPresetReceiver), nameof(ClapPresetReceiver.AddFeature), 72)]
    [InlineData(typeof(ClapRemoteControlsPage), nameof(ClapRemoteControlsPage.PageId), 256)]
    [InlineData(typeof(ClapRemoteControlsPage), nameof(ClapRemoteControlsPage.ParameterIds), 516)]
    [InlineData(typeof(ClapRemoteControlsPage), nameof(ClapRemoteControlsPage.IsForPreset), 548)]
    [InlineData(typeof(ClapContextMenuEntry), nameof(ClapContextMenuEntry.ActionId), 12)]
    [InlineData(typeof(ClapTrackInfo), nameof(ClapTrackInfo.Color), 264)]
    [InlineData(typeof(ClapTrackInfo), nameof(ClapTrackInfo.AudioPortType), 272)]
    [InlineData(typeof(PClassInfo2), nameof(PClassInfo2.SubCategories), 120)]
    [InlineData(typeof(PClassInfo2), nameof(PClassInfo2.Vendor), 248)]
    [InlineData(typeof(PClassInfo2), nameof(PClassInfo2.Version), 312)]
    [InlineData(typeof(BusInfo), nameof(BusInfo.ChannelCount), 8)]
    [InlineData(typeof(BusInfo), nameof(BusInfo.BusType), 268)]
    [InlineData(typeof(ParameterInfo), nameof(ParameterInfo.Units), 516)]
    [InlineData(typeof(ParameterInfo), nameof(ParameterInfo.StepCount), 772)]
    [InlineData(typeof(ParameterInfo), nameof(ParameterInfo.DefaultNormalizedValue), 776)]
    [InlineData(typeof(ParameterInfo), nameof(ParameterInfo.Flags), 788)]
    [InlineData(typeof(ProcessSetup), nameof(ProcessSetup.SampleRate), 16)]
    [InlineData(typeof(AudioBusBuffers), nameof(AudioBusBuffers.ChannelBuffers), 16)]
    [InlineData(typeof(ProcessData), nameof(ProcessData.InputParameterChanges), 40)]
    [InlineData(typeof(ProcessData), nameof(ProcessData.ProcessContext), 72)]
    [InlineData(typeof(ProcessContext), nameof(ProcessContext.ContinuousTimeSamples), 32)]
    [InlineData(typeof(ProcessContext), nameof(ProcessContext.Tempo), 72)]
    [InlineData(typeof(ProcessContext), nameof(ProcessContext.SamplesToNextClock), 104)]
    public void A_field_lies_where_the_headers_have_it(Type type, string field, int offset) => Assert.Equal(offset, (int)Marshal.OffsetOf(type, field));

    // Methods counted in the headers, those of the interfaces that each derives from included.
    [Theory]
    [InlineData(typeof(PluginFactoryTable), 10)]
    [InlineData(typeof(ComponentTable), 14)]
    [InlineData(typeof(AudioProcessorTable), 11)]
    [InlineData(typeof(EditControllerTable), 18)]
    [InlineData(typeof(ConnectionPointTable), 6)]
    public void A_table_has_a_slot_for_each_method(Type table, int methods) => Assert.Equal(methods * IntPtr.Size, Marshal.SizeOf(table));

    [Fact]
    public void The_name_of_an_interface_has_its_bytes_in_the_order_of_the_header() =>
        Assert.Equal("E831FF31F2D54301928EBBEE25697802", Vst3Ids.Component.ToString());
}
