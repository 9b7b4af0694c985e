using System.Runtime.InteropServices;
using NamPlugin.Host;
using NamPlugin.Host.Clap;

namespace NamPlugin.Plugin.Tests.Clap;

public sealed unsafe class ExtensionTests
{
    [Theory]
    [InlineData("clap.audio-ports-config-info/1", "clap.audio-ports-config-info/draft-0")]
    [InlineData("clap.remote-controls/2", "clap.remote-controls.draft/2")]
    [InlineData("clap.param-indication/4", "clap.param-indication.draft/4")]
    [InlineData("clap.context-menu/1", "clap.context-menu.draft/0")]
    [InlineData("clap.track-info/1", "clap.track-info.draft/1")]
    public void Older_hosts_find_the_same_table_by_its_old_name(string id, string draftId) => ClapRun.Run(plugin =>
    {
        var table = Find(plugin, id);

        Assert.NotEqual(0, table);
        Assert.Equal(table, Find(plugin, draftId));
    });

    [Fact]
    public void What_is_not_offered_is_not_found() => ClapRun.Run(plugin =>
    {
        Assert.Equal(0, Find(plugin, "clap.voice-info"));
        Assert.Equal(0, Find(plugin, ""));
        Assert.True(plugin.Native->GetExtension(plugin.Native, null) == null);
    });

    // Asked of the plugin's own list, as a host walks it.
    [Fact]
    public void The_switch_of_the_governor_is_for_hands_alone() => ClapRun.Run(plugin =>
    {
        var names = plugin.Parameters.Select(parameter => parameter.Name).ToList();
        var governor = plugin.Parameter(31);

        Assert.Equal("Auto Width", governor.Name);
        Assert.Equal(HostedParameterFlags.Stepped | HostedParameterFlags.List, governor.Flags);
        Assert.Equal(names.IndexOf("Width") + 1, governor.Index);
        Assert.Equal("Off", plugin.FormatValue(31, governor.Default));
    });

    private static nint Find(ClapHostedPlugin plugin, string id)
    {
        var text = Marshal.StringToCoTaskMemUTF8(id);
        var table = (nint)plugin.Native->GetExtension(plugin.Native, (byte*)text);
        Marshal.FreeCoTaskMem(text);
        return table;
    }
}
