using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Host.Rendering;

/// <summary>A recording in memory, to and from a WAV file of 32-bit floats.</summary>
/// <param name="SampleRateHz">Its rate.</param>
/// <param name="Planes">x[channel][time].</param>
public sealed record WavPlanes(int SampleRateHz, double[][] Planes)
{
    /// <summary>Reads a file of any sample format.</summary>
    /// <exception cref="FileFormatException">It is no WAV file.</exception>
    public static WavPlanes Read(string path)
    {
        using var file = WavFile.ReadAll(path);
        return new WavPlanes(file.Format.SampleRateHz, [.. file.Planes.Select(plane => Array.ConvertAll(plane.Span.ToArray(), sample => (double)sample))]);
    }

    /// <summary>Writes the whole file or nothing.</summary>
    public unsafe void Write(string path)
    {
        using var file = AtomicFile.Create(path);
        var writer = new WavWriter(file.Stream, new WavFormat(SampleRateHz, Planes.Length, WavEncoding.Float32), frames: Planes[0].Length);
        var buffers = Planes.Select(plane => NativeBuffer<float>.CopyOf(Array.ConvertAll(plane, sample => (float)sample))).ToList();
        var pointers = stackalloc float*[Planes.Length];
        for (var channel = 0; channel < Planes.Length; channel++)
            pointers[channel] = buffers[channel].Pointer;
        writer.Write(pointers, Planes[0].Length);
        buffers.ForEach(buffer => buffer.Dispose());
        writer.Finish();
        file.Commit();
    }
}
