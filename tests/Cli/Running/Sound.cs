using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Cli.Tests.Running;

/// <summary>Test signals, and WAV files from and to x[channel][time].</summary>
internal static unsafe class Sound
{
    public static float[] Sine(double hertz, int frames, double amplitude = 0.5, int rate = 48000) =>
        [.. Enumerable.Range(0, frames).Select(i => (float)(amplitude * Math.Sin(2 * Math.PI * hertz * i / rate)))];

    /// <summary>Noise with a fixed seed: no two alignments of it look alike.</summary>
    public static float[] Noise(int frames, double amplitude = 0.5, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, frames).Select(_ => (float)(amplitude * ((2 * random.NextDouble()) - 1)))];
    }

    /// <summary>Tones below 8 kHz that fade in and out: what any resampling between usual rates leaves alone.</summary>
    public static float[] Chord(double seconds, int rate)
    {
        var frames = (int)(seconds * rate);
        double[] tones = [110, 277.2, 659.3, 1567, 3951, 7040];
        return [.. Enumerable.Range(0, frames).Select(i => (float)(0.1 * Math.Pow(Math.Sin(Math.PI * i / frames), 2) * tones.Sum(tone => Math.Sin((2 * Math.PI * tone * i / rate) + (tone / 77)))))];
    }

    public static string Write(string path, WavFormat format, params float[][] channels)
    {
        Write(path, format, [], channels);
        return path;
    }

    public static void Write(string path, WavFormat format, IReadOnlyList<WavChunk> chunks, params float[][] channels)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = File.Create(path);
        // Rounded plainly: integer samples that a test puts in are the ones in the file.
        var writer = new WavWriter(stream, format, chunks, channels[0].Length);
        var pins = channels.Select(static channel => channel.AsMemory().Pin()).ToArray();
        var planes = stackalloc float*[channels.Length];
        for (var channel = 0; channel < channels.Length; channel++)
            planes[channel] = (float*)pins[channel].Pointer;
        writer.Write(planes, channels[0].Length);
        writer.Finish();
        foreach (var pin in pins)
            pin.Dispose();
    }

    /// <summary>A mono file of 48 kHz in 32-bit float.</summary>
    public static string WriteMono(string path, float[] samples, int rate = 48000) => Write(path, new WavFormat(rate, 1, WavEncoding.Float32), samples);

    public static float[][] Read(string path) => Read(path, out _);

    public static float[][] Read(string path, out WavFormat format)
    {
        using var file = WavFile.ReadAll(path);
        Assert.Empty(file.Warnings);
        format = file.Format;
        return [.. file.Planes.Select(static plane => plane.Span.ToArray())];
    }

    public static float[] ReadMono(string path) => Assert.Single(Read(path));

    public static double Peak(float[] samples) => samples.Max(static sample => Math.Abs((double)sample));

    /// <summary>Asserts that no sample is further off than allowed; NaN is.</summary>
    public static void Near(float[] expected, float[] actual, double allowed)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs((double)expected[i] - actual[i]) <= allowed))
                Assert.Fail($"sample {i} is {actual[i]} instead of {expected[i]} (allowed {allowed})");
        }
    }
}
