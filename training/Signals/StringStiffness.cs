namespace NamPlugin.Training.Signals;

/// <summary>
/// Stiff strings carry high partials faster, so their partials lie sharp. A chain of first-order all-passes with a negative coefficient
/// delays low frequencies more than high ones, which does the same (Jaffe and Smith 1983).
/// </summary>
internal sealed class StringStiffness(double coefficient)
{
    private const int Sections = 6;
    private readonly double[] _states = new double[Sections];

    public double Next(double x)
    {
        for (var section = 0; section < Sections; section++)
        {
            var y = (coefficient * x) + _states[section];
            _states[section] = x - (coefficient * y);
            x = y;
        }
        return x;
    }

    /// <summary>Delay of the chain at an angular frequency in radians per sample.</summary>
    public double PhaseDelaySamples(double omega)
    {
        var (sine, cosine) = Math.SinCos(omega);
        var numerator = Math.Atan2(-sine, coefficient + cosine);
        var denominator = Math.Atan2(-coefficient * sine, 1 + (coefficient * cosine));
        return Sections * (denominator - numerator) / omega;
    }
}
