using NamPlugin.Host;
using NamPlugin.Host.Audio;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests.States;

/// <summary>States that were damaged, or made to do damage, while the plugin plays.</summary>
public sealed class HostileStateTests
{
    private const int States = 5_000, StatesPerBlock = 8, LongestBlock = 512;

    [Theory]
    [EachFormat]
    public void Five_thousand_states_do_no_harm_and_a_good_one_still_loads(PluginFormat format)
    {
        using var paths = new HostilePaths();
        var input = Signals.Guitar(4_800);
        var good = NamPluginState.WithCapture(GoldenMaterial.PathOf("models", "lstm_2x6.nam"));
        double[][] sound = [];
        double[] values = [];
        BuiltPlugin.Run(format, plugin =>
        {
            Captures.Restore(plugin, good);
            good = plugin.SaveState();
            (sound, values) = (HostRender.Render(plugin, input, new RenderSettings()), Values(plugin));
        });

        BuiltPlugin.Run(format, plugin =>
        {
            var mutations = new StateMutations(good, paths.All, seed: 20_26);
            var blocks = new Random(5);
            using var buffers = new AudioBuffers(AudioLayout.Stereo, LongestBlock);
            plugin.Activate(new ProcessingSetup { MaximumFrames = LongestBlock });
            var taken = 0;
            for (var index = 0; index < States; index++)
            {
                taken += plugin.TryLoadState(mutations.Next()) ? 1 : 0;
                if (index % StatesPerBlock != 0)
                    continue;
                plugin.Idle();
                buffers.Load(input, 0, blocks.Next(LongestBlock + 1));
                plugin.Process(buffers);
                AssertFinite(buffers);
                Assert.All(plugin.Parameters, parameter => Assert.InRange(plugin.GetValue(parameter.Id), parameter.Minimum, parameter.Maximum));
            }

            // Or most were refused unread, and nothing was shown.
            Assert.InRange(taken, States / 10, States * 9 / 10);
            plugin.Deactivate();

            Captures.Restore(plugin, good);
            Assert.Equal(values, Values(plugin));
            Assert.Equal(good, plugin.SaveState());
            Assert.Equal(sound, HostRender.Render(plugin, input, new RenderSettings()));
        });
    }

    private static double[] Values(HostedPlugin plugin) => [.. plugin.Parameters.Select(parameter => plugin.GetValue(parameter.Id))];

    private static void AssertFinite(AudioBuffers buffers)
    {
        var output = new double[buffers.Frames];
        for (var channel = 0; channel < buffers.Layout.Outputs; channel++)
        {
            buffers.ReadOutput(channel, output);
            Assert.DoesNotContain(output, sample => !double.IsFinite(sample));
        }
    }
}
