using NamPlugin.Host;
using NamPlugin.Host.Clap;

namespace NamPlugin.Plugin.Tests.Clap;

public sealed unsafe class RemoteControlsTests
{
    private const int Controls = 8;

    // Hosts remember mappings by page and position: these lines are for ever, more may follow.
    [Fact]
    public void Pages_stay_what_they_are() => ClapRun.Run(plugin =>
        Assert.Equal(
            [
                "1 Sound/Amp: Width, Input, Gate, Release, Bass, Middle, Treble, Output",
                "2 Sound/Cabinet: IR 1, IR 1 Gain, IR 2, IR 2 Gain, IR Mix, Low Cut, High Cut, -",
                "3 Setup/Levels: Level, Calibrate, Interface, Channels, EQ, Auto Width, Full When Rendering, Bypass",
                "4 Setup/Files: Model, Previous Model, Next Model, Previous IR, Next IR, -, -, -",
            ],
            Pages(plugin).Select(page => Describe(plugin, page))));

    [Fact]
    public void Every_parameter_is_on_one_knob_and_no_page_has_the_id_of_another() => ClapRun.Run(plugin =>
    {
        var pages = Pages(plugin);

        Assert.Equal(plugin.Parameters.Select(parameter => parameter.Id).Order(), pages.SelectMany(ParameterIds).Where(id => id != uint.MaxValue).Order());
        Assert.Equal(pages.Count, pages.Select(page => page.PageId).Distinct().Count());
        Assert.All(pages, page => Assert.Equal(0, page.IsForPreset));
    });

    [Fact]
    public void A_page_that_does_not_exist_is_refused() => ClapRun.Run(plugin =>
    {
        var table = plugin.Extension<ClapRemoteControls>("clap.remote-controls/2"u8);
        ClapRemoteControlsPage page;

        Assert.Equal(0, table->Get(plugin.Native, table->Count(plugin.Native), &page));
        Assert.Equal(0, table->Get(plugin.Native, uint.MaxValue, &page));
        Assert.Equal(0, table->Get(plugin.Native, 0, null));
    });

    private static List<ClapRemoteControlsPage> Pages(ClapHostedPlugin plugin)
    {
        var table = plugin.Extension<ClapRemoteControls>("clap.remote-controls/2"u8);
        var pages = new List<ClapRemoteControlsPage>();
        for (uint index = 0; index < table->Count(plugin.Native); index++)
        {
            ClapRemoteControlsPage page;
            Assert.Equal(1, table->Get(plugin.Native, index, &page));
            pages.Add(page);
        }

        return pages;
    }

    private static uint[] ParameterIds(ClapRemoteControlsPage page) => new ReadOnlySpan<uint>(page.ParameterIds, Controls).ToArray();

    private static string Describe(HostedPlugin plugin, ClapRemoteControlsPage page)
    {
        var names = ParameterIds(page).Select(id => id == uint.MaxValue ? "-" : plugin.Parameter(id).Name);
        return $"{page.PageId} {Utf8Text.Read(page.SectionName)}/{Utf8Text.Read(page.PageName)}: {string.Join(", ", names)}";
    }
}
