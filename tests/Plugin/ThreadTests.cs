using NamPlugin.Host;
using NamPlugin.Host.Audio;
using NamPlugin.Host.Rendering;
using NamPlugin.Tests.Support;

namespace NamPlugin.Plugin.Tests;

/// <summary>Audio on its own thread while the main thread is busy with the same instance.</summary>
public sealed class ThreadTests
{
    [Theory]
    [EachFormat]
    public void The_main_thread_loads_saves_and_asks_while_audio_plays(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        plugin.Activate(new ProcessingSetup { MaximumFrames = 512 });
        var isOver = 0;
        Exception? failure = null;
        var audio = new Thread(() => failure = Record.Exception(() => PlayUntil(() => Volatile.Read(ref isOver) != 0)));
        audio.Start();

        string[] captures = [GoldenMaterial.PathOf("models", "lstm_2x6.nam"), Captures.BuiltIn, GoldenMaterial.PathOf("models", "linear_rf200.nam")];
        for (var round = 0; round < 60; round++)
        {
            Captures.Load(plugin, captures[round % captures.Length]);
            Assert.NotEmpty(plugin.SaveState());
            foreach (var parameter in plugin.Parameters)
                Assert.NotEmpty(plugin.FormatValue(parameter.Id, plugin.GetValue(parameter.Id)));
            plugin.Idle();
        }

        Volatile.Write(ref isOver, 1);
        audio.Join();
        Assert.Null(failure);

        void PlayUntil(Func<bool> isEnough)
        {
            var input = Signals.Guitar(48_000);
            var width = plugin.Parameter("Width");
            var random = new Random(5);
            var output = new double[512];
            using var buffers = new AudioBuffers(AudioLayout.Stereo, 512);
            for (var position = 0; !isEnough(); position = (position + 512) % 40_000)
            {
                buffers.Load(input, position, random.Next(0, 513));
                plugin.Process(buffers, buffers.Frames == 0 ? [] : [new AutomationPoint(random.Next(buffers.Frames), width.Id, random.NextDouble())]);
                buffers.ReadOutput(0, output.AsSpan(0, buffers.Frames));
                Assert.All(output[..buffers.Frames], sample => Assert.True(double.IsFinite(sample)));
            }
        }
    });

    [Theory]
    [EachFormat]
    public void Every_block_may_come_from_another_thread(PluginFormat format) => BuiltPlugin.Run(format, plugin =>
    {
        Captures.Load(plugin, Captures.BuiltIn);
        var input = Signals.Guitar(6_400);
        var settings = new RenderSettings { Blocks = BlockPattern.Parse("64") };
        var expected = HostRender.Render(plugin, input, settings);

        plugin.Activate(new ProcessingSetup { MaximumFrames = 64 });
        var output = new List<double>();
        using var buffers = new AudioBuffers(AudioLayout.Stereo, 64);
        for (var start = 0; start < input[0].Length; start += 64)
        {
            var thread = new Thread(() =>
            {
                buffers.Load(input, start, 64);
                plugin.Process(buffers);
            });
            thread.Start();
            thread.Join();
            var block = new double[64];
            buffers.ReadOutput(0, block);
            output.AddRange(block);
        }

        Assert.Equal(expected[0], output);
    });
}
