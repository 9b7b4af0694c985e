namespace NamPlugin.Dsp.Metering;

/// <summary>The window of every spectrum that is measured here.</summary>
internal static class HannWindow
{
    /// <summary>One period of a raised cosine: 0 at the first point, 1 in the middle, and 0 again where the next window would start.</summary>
    public static double[] Periodic(int length)
    {
        var window = new double[length];
        for (var i = 0; i < length; i++)
            window[i] = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / length));
        return window;
    }
}
