using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Training.HandBuilt;
using NamPlugin.Training.Signals;

namespace NamPlugin.Assets;

/// <summary>Everything in this folder that a program computed, and how to compute it again.</summary>
public static unsafe class BuiltInMaterial
{
    /// <summary>Path, relative to the folder, and contents of every file.</summary>
    public static IEnumerable<(string Path, byte[] Contents)> Files()
    {
        yield return ("di/guitar-di-20s.wav", Wav(GuitarDi.Render()));
        yield return ("models/mild-overdrive.nam", Model());
    }

    private static byte[] Model()
    {
        using var stream = new MemoryStream();
        HandBuiltModel.WriteNam(stream);
        return stream.ToArray();
    }

    private static byte[] Wav(float[] sound)
    {
        using var stream = new MemoryStream();
        var writer = new WavWriter(stream, new WavFormat(GuitarDi.SampleRateHz, 1, WavEncoding.Int24), frames: sound.Length);
        fixed (float* plane = sound)
            writer.Write(&plane, sound.Length);
        writer.Finish();
        return stream.ToArray();
    }
}
