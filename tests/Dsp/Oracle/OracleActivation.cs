using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>The activations of the format, section 2, as formulas.</summary>
public static class OracleActivation
{
    public static double[][] Apply(Activation activation, double[][] x) => Signals.Map(x, (channel, sample) => Apply(activation, channel, sample));

    public static double Apply(Activation activation, int channel, double x)
    {
        double Parameter(int index) => activation.Parameters[index % activation.Parameters.Length];
        return activation.Kind switch
        {
            ActivationKind.Tanh => Math.Tanh(x),
            ActivationKind.Hardtanh => Math.Clamp(x, -1, 1),
            ActivationKind.Fasttanh => FastTanh(x),
            ActivationKind.ReLU => Math.Max(x, 0),
            ActivationKind.LeakyReLU => x > 0 ? x : Parameter(0) * x,
            ActivationKind.PReLU => x > 0 ? x : Parameter(channel) * x,
            ActivationKind.Sigmoid => Sigmoid(x),
            ActivationKind.SiLU => x * Sigmoid(x),
            ActivationKind.Hardswish => x * Math.Clamp(x + 3, 0, 6) / 6,
            ActivationKind.LeakyHardtanh => LeakyHardtanh(x, Parameter(0), Parameter(1), Parameter(2), Parameter(3)),
            ActivationKind.Softsign => x / (1 + Math.Abs(x)),
            _ => throw new NotSupportedException(activation.Kind.ToString()),
        };
    }

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double LeakyHardtanh(double x, double min, double max, double minSlope, double maxSlope)
    {
        if (x < min)
            return (x - min) * minSlope + min;
        return x > max ? (x - max) * maxSlope + max : x;
    }

    private static double FastTanh(double x)
    {
        var a = Math.Abs(x);
        var q = x * x;
        return x * (2.45550750702956 + 2.45550750702956 * a + (0.893229853513558 + 0.821226666969744 * a) * q)
            / (2.44506634652299 + (2.44506634652299 + q) * Math.Abs(x + 0.814642734961073 * x * a));
    }
}
