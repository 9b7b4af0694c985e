using NamPlugin.Host;
using NamPlugin.Host.Rendering;

namespace NamPlugin.Plugin.Tests;

/// <summary>CLAP's parameter modulation: offsets that are heard and not kept.</summary>
public sealed class ModulationTests
{
    [Fact]
    public void Input_output_and_width_can_be_modulated() => BuiltPlugin.Run(PluginFormat.Clap, plugin =>
    {
        var modulatable = plugin.Parameters.Where(parameter => parameter.Flags.HasFlag(HostedParameterFlags.Modulatable)).Select(parameter => parameter.Name);

        Assert.Equal(["Input", "Output", "Width"], modulatable.Order());
    });

    [Theory]
    [InlineData("Input", 6)]
    [InlineData("Output", -9)]
    [InlineData("Width", -0.7)]
    public void A_modulation_sounds_as_a_change_of_the_same_size_and_leaves_the_value(string name, double amount) => BuiltPlugin.Run(PluginFormat.Clap, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var parameter = plugin.Parameter(name);
        var input = Signals.Guitar(24_000);
        var unmoved = HostRender.Render(plugin, input, new RenderSettings());
        var modulated = Render(new AutomationPoint(1_234, parameter.Id, amount, AutomationKind.Modulation));
        Assert.Equal(parameter.Default, plugin.GetValue(parameter.Id), 9);
        Assert.NotEqual(unmoved, modulated);

        Assert.Equal(Render(new AutomationPoint(1_234, parameter.Id, parameter.Default + amount)), modulated);

        double[][] Render(AutomationPoint point) => HostRender.Render(plugin, input, new RenderSettings { Blocks = BlockPattern.Parse("rand:1:512"), Automation = [point] });
    });
}
