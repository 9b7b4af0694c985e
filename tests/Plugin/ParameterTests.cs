using NamPlugin.Host;

namespace NamPlugin.Plugin.Tests;

public sealed class ParameterTests
{
    // CLAP has no units, and of the flags only one format knows some.
    private const HostedParameterFlags Comparable = HostedParameterFlags.Automatable | HostedParameterFlags.Stepped | HostedParameterFlags.Bypass | HostedParameterFlags.ReadOnly | HostedParameterFlags.Hidden;

    [Fact]
    public void Both_formats_show_the_same_parameters()
    {
        HostedParameter[] clap = [], vst3 = [];
        BuiltPlugin.Run(PluginFormat.Clap, plugin => clap = [.. plugin.Parameters.Select(Common)]);
        BuiltPlugin.Run(PluginFormat.Vst3, plugin => vst3 = [.. plugin.Parameters.Select(Common)]);

        Assert.NotEmpty(clap);
        Assert.Equal(clap, vst3);
        Assert.Equal(clap.Length, clap.Select(parameter => parameter.Id).Distinct().Count());

        static HostedParameter Common(HostedParameter parameter) => parameter with
        {
            Unit = null,
            Flags = parameter.Flags & Comparable,
            // VST3 shows ranges and defaults only through its 0..1 mapping, which rounds.
            Minimum = Math.Round(parameter.Minimum, 9),
            Maximum = Math.Round(parameter.Maximum, 9),
            Default = Math.Round(parameter.Default, 9),
        };
    }

    [Fact]
    public void Both_formats_write_the_same_texts_with_the_unit_where_each_wants_it()
    {
        string[] clap = [], vst3 = [];
        BuiltPlugin.Run(PluginFormat.Clap, plugin => clap = Texts(plugin));
        BuiltPlugin.Run(PluginFormat.Vst3, plugin => vst3 = Texts(plugin));

        Assert.NotEmpty(clap);
        Assert.Equal(clap, vst3);

        // A VST3 host writes the unit behind a number itself; words such as Off have none.
        static string[] Texts(HostedPlugin plugin) =>
        [
            .. from parameter in plugin.Parameters
               from value in parameter.Values(7)
               let text = plugin.FormatValue(parameter.Id, value)
               let unit = string.IsNullOrEmpty(parameter.Unit) || !double.TryParse(text, out _) ? "" : " " + parameter.Unit
               select $"{parameter.Name}: {text}{unit}",
        ];
    }

    [Theory]
    [EachFormat]
    public void A_fresh_instance_has_its_defaults_and_they_lie_in_range(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Assert.All(plugin.Parameters, parameter =>
        {
            Assert.InRange(parameter.Default, parameter.Minimum, parameter.Maximum);
            Assert.Equal(parameter.Default, plugin.GetValue(parameter.Id), 9);
        });
    });

    [Theory]
    [EachFormat]
    public void Text_becomes_the_value_that_it_was_made_of(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Assert.All(plugin.Parameters, parameter =>
        {
            foreach (var value in parameter.Values(21).Append(parameter.Default))
            {
                var text = plugin.FormatValue(parameter.Id, value);
                Assert.True(plugin.TryParseValue(parameter.Id, text, out var parsed), $"{parameter.Name} does not read its own \"{text}\"");
                Assert.Equal(text, plugin.FormatValue(parameter.Id, parsed));
                Assert.Equal(value, parsed, (parameter.Maximum - parameter.Minimum) / 100);
            }
        });
    });

    [Theory]
    [EachFormat]
    public void Text_that_means_nothing_is_refused(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
        Assert.All(plugin.Parameters, parameter => Assert.False(plugin.TryParseValue(parameter.Id, "no such value", out _))));

    [Theory]
    [EachFormat]
    public void Every_value_of_a_stepped_parameter_reads_back_exactly(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var stepped = plugin.Parameters.Where(parameter => parameter.StepCount > 0).ToList();
        Assert.NotEmpty(stepped);
        Assert.All(stepped, parameter =>
        {
            foreach (var value in parameter.Values(0))
            {
                plugin.SetValue(parameter.Id, value);
                Assert.Equal(value, plugin.GetValue(parameter.Id));
            }
        });
    });

    [Theory]
    [EachFormat]
    public void There_is_one_bypass_and_it_can_be_automated(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var bypass = Assert.Single(plugin.Parameters, parameter => parameter.Flags.HasFlag(HostedParameterFlags.Bypass));

        Assert.True(bypass.Flags.HasFlag(HostedParameterFlags.Automatable));
        Assert.Equal(1, bypass.StepCount);
    });

    [Theory]
    [EachFormat]
    public void What_the_host_sets_is_never_reported_back_as_an_edit(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        foreach (var parameter in plugin.Parameters)
            plugin.SetValue(parameter.Id, parameter.Maximum);
        plugin.Idle();

        Assert.Empty(plugin.Requests.Edits);
    });

    // What a change of buses or of the machine belongs to is for hands, not for automation.
    [Theory]
    [EachFormat]
    public void What_cannot_be_automated_is_marked_so(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        var still = plugin.Parameters.Where(parameter => !parameter.Flags.HasFlag(HostedParameterFlags.Automatable)).Select(parameter => parameter.Name);

        Assert.Equal(["Auto Width", "Channels", "Full When Rendering", "Interface"], still.Order());
    });
}
