namespace NamPlugin.Dsp.Tests.Oracle;

/// <summary>Arithmetic on signals x[channel][time].</summary>
public static class Signals
{
    public static double[][] Map(double[][] x, Func<int, double, double> function) =>
        [.. x.Select((plane, channel) => plane.Select(sample => function(channel, sample)).ToArray())];

    public static double[][] Zip(double[][] x, double[][] y, Func<double, double, double> function)
    {
        Assert.Equal(x.Length, y.Length);
        return [.. x.Zip(y, (left, right) => left.Zip(right, function).ToArray())];
    }

    public static double[][] Sum(double[][] x, double[][] y) => Zip(x, y, static (left, right) => left + right);

    public static double[][] Product(double[][] x, double[][] y) => Zip(x, y, static (left, right) => left * right);
}
