using System.Diagnostics;
using NamPlugin.Cli.Pictures;
using NamPlugin.Cli.Reamp;
using NamPlugin.Host;
using NamPlugin.Host.Rendering;

// Plays a guitar through the built plugin as a host does, its width automated, and draws what happened.
if (args is not [var pluginPath, var inputPath, var modelPath, var widthText, var outputPath, var picturePath])
{
    Console.Error.WriteLine("usage: NamPlugin.Demo PLUGIN IN.wav MODEL.nam width=0s:1,... OUT.wav PICTURE.png");
    return 2;
}

const int maximumFrames = 512;
var input = WavPlanes.Read(inputPath);
var width = WidthAutomation.Parse(widthText);

using var module = PluginModule.Load(pluginPath);
using var plugin = module.Create();
if (!plugin.TryLoadState(NamPluginState.WithCapture(Path.GetFullPath(modelPath))))
    throw new HostException($"{plugin.Class.Name} refuses a state that names {modelPath}.");
plugin.Idle();

var clock = Stopwatch.StartNew();
var output = HostRender.Render(plugin, input.Planes, new RenderSettings
{
    Layout = AudioLayout.Mono,
    Blocks = BlockPattern.Parse($"rand:1:{maximumFrames}"),
    Setup = new ProcessingSetup { SampleRateHz = input.SampleRateHz, MaximumFrames = maximumFrames, IsOffline = true },
    Automation = [.. WidthPoints()],
});
clock.Stop();

new WavPlanes(input.SampleRateHz, output).Write(outputPath);
Draw();

var seconds = input.Planes[0].Length / (double)input.SampleRateHz;
Console.WriteLine($"{plugin.Class.Name} {plugin.Class.Version} ({plugin.Class.Format.ToString().ToUpperInvariant()}) played {seconds:0.0} s in {clock.Elapsed.TotalSeconds:0.00} s: {seconds / clock.Elapsed.TotalSeconds:0} times real time");
Console.WriteLine($"{outputPath}, {picturePath}");
return 0;

// A point every millisecond in which the width moves.
IEnumerable<AutomationPoint> WidthPoints()
{
    var id = plugin.Parameter("Width").Id;
    var last = double.NaN;
    for (var frame = 0; frame < input.Planes[0].Length; frame += input.SampleRateHz / 1000)
    {
        var value = width.At(frame / (double)input.SampleRateHz);
        if (value != last)
            yield return new AutomationPoint(frame, id, value);
        last = value;
    }
}

void Draw()
{
    const int points = 800;
    var length = input.Planes[0].Length / (double)input.SampleRateHz;
    var canvas = ReampPicture.Draw(
        $"{plugin.Class.Name} in a {plugin.Class.Format.ToString().ToUpperInvariant()} host",
        $"{Path.GetFileName(inputPath)} through {Path.GetFileName(modelPath)}, width automated",
        Array.ConvertAll(input.Planes[0], sample => (float)sample),
        Array.ConvertAll(output[0], sample => (float)sample),
        input.SampleRateHz,
        [.. Enumerable.Range(0, points + 1).Select(point => length * point / points).Select(time => new WidthPoint(time, width.At(time)))]);
    PngFile.Save(canvas, picturePath);
}
