using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Rendering;

/// <summary>Plays a recording through a plugin as a host does: block by block, every parameter change at its sample.</summary>
public static class HostRender
{
    /// <summary>Sets the layout, activates, plays everything and deactivates.</summary>
    /// <param name="plugin">Not active.</param>
    /// <param name="input">x[channel][time], all of one length; a single channel serves every input.</param>
    /// <param name="settings">How.</param>
    /// <returns>y[channel][time], as long as the input and the tail; 32-bit samples are exact in it.</returns>
    public static double[][] Render(HostedPlugin plugin, double[][] input, RenderSettings settings)
    {
        if (plugin.Layout != settings.Layout && !plugin.TrySetLayout(settings.Layout))
            throw new HostException($"{plugin.Class.Name} refuses the layout {settings.Layout}.");
        plugin.Activate(settings.Setup with { MaximumFrames = Math.Max(settings.Setup.MaximumFrames, settings.Blocks.Longest) });
        try
        {
            return Play(plugin, input, settings);
        }
        finally
        {
            plugin.Deactivate();
        }
    }

    /// <summary>Plays through a plugin that is active already, with the layout of <paramref name="settings"/>.</summary>
    public static double[][] Play(HostedPlugin plugin, double[][] input, RenderSettings settings)
    {
        var latency = settings.CompensatesLatency ? plugin.LatencySamples : 0;
        var length = input[0].Length + settings.TailFrames;
        var output = Enumerable.Range(0, settings.Layout.Outputs).Select(_ => new double[length + latency]).ToArray();
        var automation = settings.Automation.OrderBy(point => point.Frame).ToArray();
        using var buffers = new AudioBuffers(settings.Layout, Math.Max(1, settings.Blocks.Longest), settings.Setup.IsDouble, settings.IsInPlace);

        var position = 0;
        var next = 0;
        foreach (var frames in settings.Blocks.Blocks(length + latency))
        {
            var first = next;
            // A block without frames carries what happens at the very sample where it stands.
            while (next < automation.Length && automation[next].Frame < position + Math.Max(1, frames))
                next++;
            var changes = Array.ConvertAll(automation[first..next], point => point with { Frame = Math.Max(0, point.Frame - position) });

            buffers.Load(input, position, frames);
            buffers.InputIsSilent = settings.FlagsSilence && input.All(plane => IsZero(plane, position, frames));
            plugin.Process(buffers, changes);
            for (var channel = 0; channel < output.Length; channel++)
                buffers.ReadOutput(channel, output[channel].AsSpan(position, frames));
            position += frames;
            plugin.Idle();
        }

        return latency == 0 ? output : Array.ConvertAll(output, plane => plane[latency..]);
    }

    private static bool IsZero(double[] plane, int start, int frames)
    {
        var first = Math.Min(start, plane.Length);
        return !plane.AsSpan(first, Math.Min(frames, plane.Length - first)).ContainsAnyExcept(0.0);
    }
}
