using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Formats.Samples;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Metering;

namespace NamPlugin.Cli.Reamp;

/// <summary>
/// Brings a performance to a loudness or peak. What it takes is known only at the end, so the sound waits in a temporary file, in full
/// precision, until the gain is known.
/// </summary>
internal sealed unsafe class MeasuredLevel(OutputLevel level)
{
    /// <summary>Plays everything into <paramref name="sink"/>, scaled.</summary>
    /// <returns>The gain in dB, or null when there was nothing to measure (silence, or too short for a loudness); then nothing is scaled.</returns>
    public double? Play(Performance performance, int sampleRateHz, int channels, Performance.Sink sink, Action<long> progress, CancellationToken cancellation)
    {
        using var stream = new FileStream(Path.Combine(Path.GetTempPath(), $"namplug-{Guid.NewGuid():N}.wav"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        var loudness = new LoudnessMeter(sampleRateHz, channels);
        var writer = new WavWriter(stream, new WavFormat(sampleRateHz, channels, WavEncoding.Float32));
        performance.Play(Stage, progress, cancellation);
        writer.Finish();

        var gainDb = GainDb(loudness, writer.Levels);
        stream.Position = 0;
        using var reader = new WavReader(stream, "temporary file", leaveOpen: true);
        using var block = new PlaneBlock(channels);
        while (reader.Read(block.Planes, PlaneBlock.Frames) is > 0 and var frames)
        {
            cancellation.ThrowIfCancellationRequested();
            PlaneBlock.Scale(block.Planes, channels, frames, (float)Decibels.ToGain(gainDb ?? 0));
            sink(block.Planes, frames);
        }

        return gainDb;

        void Stage(float** planes, int frames)
        {
            loudness.Add(planes, frames);
            writer.Write(planes, frames);
        }
    }

    private double? GainDb(LoudnessMeter loudness, SampleLevels levels)
    {
        var measured = level.Kind == OutputLevelKind.Lufs ? loudness.IntegratedLufs : Decibels.FromGain(levels.Peak);
        return double.IsFinite(measured) ? level.Target - measured : null;
    }
}
