namespace NamPlugin.Dsp.Tests.Signals;

/// <summary>Repeatable random signals.</summary>
internal static class Noise
{
    /// <summary>White noise, uniform in -1..1.</summary>
    public static float[] White(int length, int seed)
    {
        var random = new Random(seed);
        var x = new float[length];
        for (var n = 0; n < length; n++)
            x[n] = (2 * random.NextSingle()) - 1;
        return x;
    }
}
