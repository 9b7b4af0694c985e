namespace NamPlugin.Dsp.Tests.Convolution;

/// <summary>Convolution by its definition, in double precision.</summary>
internal static class ReferenceConvolution
{
    /// <summary>The output at one time, from silence before x[0].</summary>
    public static double At(ReadOnlySpan<float> taps, ReadOnlySpan<float> x, int time)
    {
        double sum = 0;
        for (var i = 0; i < Math.Min(taps.Length, time + 1); i++)
            sum += (double)taps[i] * x[time - i];
        return sum;
    }
}
