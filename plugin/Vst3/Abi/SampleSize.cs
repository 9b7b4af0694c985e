namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Width of a sample.</summary>
internal enum SampleSize
{
    /// <summary>32-bit floats.</summary>
    Single = 0,

    /// <summary>64-bit floats.</summary>
    Double = 1,
}
