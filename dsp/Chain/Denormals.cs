using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// Recursive filters decay towards zero without reaching it, and the numbers below 1e-308 are slow.
/// Not every caller sets the processor's flush-to-zero mode, so the filters drop what nobody can hear themselves.
/// </summary>
internal static class Denormals
{
    /// <summary>600 dB below full scale.</summary>
    private const double Inaudible = 1e-30;

    /// <summary>Zero for what is inaudibly small, else the value itself. The branch is predicted and stays out of the filter's dependency chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Flush(double value)
    {
        if (Math.Abs(value) < Inaudible)
            return 0.0;
        return value;
    }
}
