namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>out = in * scale(condition) (+ shift(condition)); the 1x1 yields the scales first, then the shifts ('.nam' section 2).</summary>
public sealed class OracleFilm(OracleConvolution convolution, int channels, bool hasShift)
{
    public double[][] Process(double[][] x, double[][] condition)
    {
        var rows = convolution.Process(condition);
        var scaled = Signals.Product(x, rows[..channels]);
        return hasShift ? Signals.Sum(scaled, rows[channels..]) : scaled;
    }
}
