using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Effect.Tests.Clap;

/// <summary>What an instance keeps for its editor, and what the editor can ask of the host.</summary>
public sealed unsafe class ClapInstanceTests
{
    [Theory]
    [InlineData("clap.track-info/1")]
    [InlineData("clap.track-info.draft/1")]
    public void The_track_is_known_from_the_start_and_stays_up_to_date(string offered)
    {
        using var host = new StandInHost(offered);
        host.Track = Track(ClapTrackInfo.HasName | ClapTrackInfo.HasColor | ClapTrackInfo.HasAudioChannels | ClapTrackInfo.IsForBus, "Rhythm L");
        host.Plugin->Init(host.Plugin);

        Assert.Equal(new TrackInfo("Rhythm L", new ArgbColor(255, 1, 2, 3), 2, IsForReturn: false, IsForBus: true, IsForMaster: false), host.Instance.Track);

        host.Track = Track(ClapTrackInfo.IsForReturn | ClapTrackInfo.IsForMaster, "not to be read");
        Changed(host);

        Assert.Equal(new TrackInfo(null, null, null, IsForReturn: true, IsForBus: false, IsForMaster: true), host.Instance.Track);

        host.Track = null;
        Changed(host);

        Assert.Null(host.Instance.Track);
    }

    [Fact]
    public void A_name_without_an_end_is_read_no_further_than_its_field()
    {
        using var host = new StandInHost("clap.track-info/1");
        var track = Track(ClapTrackInfo.HasName, "");
        new Span<byte>(track.Name, ClapText.NameSize).Fill((byte)'x');
        host.Track = track;
        host.Plugin->Init(host.Plugin);

        Assert.Equal(new string('x', ClapText.NameSize), host.Instance.Track!.Name);
    }

    [Fact]
    public void A_host_without_extensions_leaves_the_editor_without_track_and_menu()
    {
        using var host = new StandInHost();
        host.Plugin->Init(host.Plugin);
        Changed(host);
        var menu = host.Instance.Host.ContextMenu;

        Assert.Null(host.Instance.Track);
        Assert.False(menu.CanShow);
        Assert.False(menu.TryShow(ParameterTable.Input, 0, 1, 2));
        Assert.False(menu.TryPerform(ParameterTable.Input, 1));
        Assert.False(menu.TryPopulate(ParameterTable.Input, null));
    }

    [Theory]
    [InlineData("clap.context-menu/1", true)]
    [InlineData("clap.context-menu.draft/0", false)]
    public void The_editor_reaches_the_hosts_menu_at_a_parameter(string offered, bool isWilling)
    {
        using var host = new StandInHost(offered) { IsWilling = isWilling };
        host.Plugin->Init(host.Plugin);
        var menu = host.Instance.Host.ContextMenu;
        var builder = default(ClapContextMenuBuilder);

        Assert.Equal(isWilling, menu.CanShow);
        Assert.Equal(isWilling, menu.TryShow(ParameterTable.Width, 1, 20, 300));
        Assert.Equal(isWilling, menu.TryPopulate(ParameterTable.Width, &builder));
        Assert.Equal(isWilling, menu.TryPerform(ParameterTable.Input, 7));
        Assert.Equal(["can popup", "popup 1:30 on 1 at 20,300", $"populate 1:30 with {(nint)(&builder)}", "perform 1:10 7"], host.MenuCalls);
    }

    [Fact]
    public void Indications_are_kept_for_the_editor()
    {
        using var host = new StandInHost();
        host.Plugin->Init(host.Plugin);
        var table = (ParameterIndicationExtension.PluginTable*)Extension(host, ParameterIndicationExtension.Id);
        var color = new ClapColor { Alpha = 255, Red = 1, Green = 2, Blue = 3 };
        table->SetMapping(host.Plugin, 30, ClapBool.True, &color, ClapText.Literal("Knob 1"u8), null);
        table->SetAutomation(host.Plugin, 10, 3, &color);
        table->SetAutomation(host.Plugin, 11, 99, null);

        var indications = host.Instance.Indications;
        Assert.Equal(new ParameterMapping(new ArgbColor(255, 1, 2, 3), "Knob 1", ""), indications.MappingOf(ParameterTable.Width.Index));
        Assert.Equal((AutomationState.Recording, new ArgbColor(255, 1, 2, 3)), indications.AutomationOf(ParameterTable.Input.Index));
        Assert.Equal((AutomationState.None, null), indications.AutomationOf(ParameterTable.Output.Index));

        table->SetMapping(host.Plugin, 30, ClapBool.False, &color, ClapText.Literal("Knob 1"u8), null);

        Assert.Null(indications.MappingOf(ParameterTable.Width.Index));
    }

    private static ClapTrackInfo Track(ulong flags, string name)
    {
        var track = new ClapTrackInfo { Flags = flags, Color = new ClapColor { Alpha = 255, Red = 1, Green = 2, Blue = 3 }, AudioChannelCount = 2 };
        ClapText.Write(name, track.Name, ClapText.NameSize);
        return track;
    }

    private static void Changed(StandInHost host)
    {
        var table = (TrackInfoExtension.PluginTable*)Extension(host, TrackInfoExtension.Id);
        table->Changed(host.Plugin);
    }

    private static void* Extension(StandInHost host, ReadOnlySpan<byte> id) => host.Plugin->GetExtension(host.Plugin, ClapText.Literal(id));
}
