using NamPlugin.Cli.AudioFiles;
using NamPlugin.Cli.Pictures;

namespace NamPlugin.Cli.Reamp;

/// <summary>Draws a finished job: input and output, the spectrogram, and the width over time.</summary>
internal static class ReampDrawing
{
    private const int WidthPoints = 800;

    /// <summary>Reads both files back and writes the picture.</summary>
    public static void Save(ReampJob job, ReampSettings settings, string path)
    {
        var input = Recording.Read(job.Input);
        var output = Recording.Read(job.Output);
        var seconds = (double)output.Frames / output.Format.SampleRateHz;
        var points = Enumerable.Range(0, WidthPoints + 1).Select(i => seconds * i / WidthPoints).Select(time => new WidthPoint(time, settings.Width.At(time)));
        var canvas = ReampPicture.Draw(
            Path.GetFileName(job.Output),
            $"{Path.GetFileName(job.Input)} through {Path.GetFileName(settings.ModelPath)}",
            input.Channels[0],
            output.Channels[0],
            output.Format.SampleRateHz,
            [.. points]);
        PngFile.Save(canvas, path);
    }
}
