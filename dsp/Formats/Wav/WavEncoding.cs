namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>How one sample is stored. All are little-endian; 8-bit is offset binary, the wider integers are two's complement.</summary>
public enum WavEncoding
{
    /// <summary>8-bit unsigned, 128 is silence.</summary>
    UInt8,

    /// <summary>16-bit signed.</summary>
    Int16,

    /// <summary>24-bit signed, three bytes.</summary>
    Int24,

    /// <summary>32-bit signed.</summary>
    Int32,

    /// <summary>IEEE 754 single precision.</summary>
    Float32,

    /// <summary>IEEE 754 double precision.</summary>
    Float64,
}
