namespace NamPlugin.Dsp.Kernels.Lanes;

/// <summary>What rounds a float to an integer by addition.</summary>
internal static class ExponentShift
{
    /// <summary>1.5 * 2^23: added to a small value it leaves the nearest integer in the low bits of the sum, where a shift finds it for the exponent.</summary>
    public const float Value = 12582912f;
}
