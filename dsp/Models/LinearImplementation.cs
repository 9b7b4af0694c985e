namespace NamPlugin.Dsp.Models;

/// <summary>How a <see cref="LinearConfig"/> asks to be computed; only rounding and speed differ.</summary>
public enum LinearImplementation
{
    /// <summary>Direct up to 256 taps, partitioned FFT beyond.</summary>
    Auto,

    /// <summary>Always the direct sum.</summary>
    Direct,

    /// <summary>Always the partitioned FFT.</summary>
    PartitionedFft,
}
