using NamPlugin.Host;
using NamPlugin.Host.Clap;

namespace NamPlugin.Plugin.Tests.Clap;

public sealed unsafe class ParameterIndicationTests
{
    private static readonly uint[] Numbers = [0, 1, 10, 30, 31, 54, 99, uint.MaxValue];

    // What is kept of them is seen in the editor; here, that a host may say anything, and that none of it reaches sound or session.
    [Fact]
    public void Whatever_a_host_indicates_leaves_values_and_state_alone() => ClapRun.Run(plugin =>
    {
        var table = plugin.Extension<ClapParameterIndication>("clap.param-indication/4"u8);
        var state = plugin.SaveState();
        var color = new ClapColor { Alpha = 255, Red = 1, Green = 2, Blue = 3 };
        var noUtf8 = stackalloc byte[] { 0xFF, 0xC3, 0 };
        foreach (var number in Numbers)
        {
            table->SetMapping(plugin.Native, number, 1, &color, Utf8Text.Pointer("Knob 1"u8), Utf8Text.Pointer("Controller, page 1"u8));
            table->SetMapping(plugin.Native, number, 1, null, null, null);
            table->SetMapping(plugin.Native, number, 0, &color, Utf8Text.Pointer("ignored"u8), null);
            table->SetMapping(plugin.Native, number, 1, null, noUtf8, noUtf8);
            for (uint automation = 0; automation < 7; automation++)
                table->SetAutomation(plugin.Native, number, automation, automation % 2 == 0 ? &color : null);
        }

        Assert.Equal(state, plugin.SaveState());
        Assert.Equal(0, plugin.Requests.DirtyMarks);
        Assert.Equal(0, plugin.Requests.ValueChanges);
        Assert.Empty(plugin.Requests.Log);
    });
}
