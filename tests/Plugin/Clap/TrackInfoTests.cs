using NamPlugin.Host.Clap;

namespace NamPlugin.Plugin.Tests.Clap;

public sealed unsafe class TrackInfoTests
{
    [Fact]
    public void The_track_is_asked_for_once_at_the_start_and_whenever_it_changes() => ClapRun.Run(plugin =>
    {
        Assert.Equal(1, plugin.TrackReads);
        var table = plugin.Extension<ClapTrackChange>("clap.track-info/1"u8);

        // Every byte of the name is used: no zero ends it.
        var track = new ClapTrackInfo { Flags = ulong.MaxValue, AudioChannelCount = -1 };
        new Span<byte>(track.Name, 256).Fill((byte)'x');
        plugin.Track = track;
        table->Changed(plugin.Native);
        plugin.Track = null;
        table->Changed(plugin.Native);

        Assert.Equal(3, plugin.TrackReads);
        Assert.Equal(0, plugin.Requests.DirtyMarks);
        Assert.Empty(plugin.Requests.Log);
    });
}
