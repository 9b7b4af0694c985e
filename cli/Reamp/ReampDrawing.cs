using NamPlugin.Cli.AudioFiles;
using NamPlugin.Cli.Pictures;

namespace NamPlugin.Cli.Reamp;

/// <summary>Draws a finished job: what the model heard and what came of it, the spectrogram, and the width over time.</summary>
internal static class ReampDrawing
{
    private const int WidthPoints = 800;

    /// <summary>Reads both files back and writes the picture.</summary>
    /// <exception cref="IOException">The picture cannot be written, or is there already and may not be replaced.</exception>
    public static void Save(ReampJob job, ReampSettings settings, ReampRenderer renderer, string path, bool mayReplace)
    {
        var output = Recording.Read(job.Output);
        var seconds = (double)output.Frames / output.Format.SampleRateHz;
        var points = Enumerable.Range(0, WidthPoints + 1).Select(i => seconds * i / WidthPoints).Select(time => new WidthPoint(time, settings.Width.At(time)));
        var canvas = ReampPicture.Draw(
            Path.GetFileName(job.Output),
            $"{Path.GetFileName(job.Input)} through {Path.GetFileName(settings.ModelPath)}",
            FirstChannel(renderer, job.Input, output.Frames),
            output.Channels[0],
            output.Format.SampleRateHz,
            [.. points]);
        PngFile.Save(canvas, path, mayReplace);
    }

    private static float[] FirstChannel(ReampRenderer renderer, string path, int frames)
    {
        using var source = renderer.Listen(path);
        using var block = new PlaneBlock(source.Channels);
        var heard = new float[frames];
        for (var done = 0; done < frames; done += PlaneBlock.Frames)
        {
            var count = Math.Min(PlaneBlock.Frames, frames - done);
            source.Read(block, count);
            block[0][..count].CopyTo(heard.AsSpan(done));
        }

        return heard;
    }
}
