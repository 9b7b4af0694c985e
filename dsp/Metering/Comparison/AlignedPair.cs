namespace NamPlugin.Dsp.Metering.Comparison;

/// <summary>Two recordings of equal length, sample on sample.</summary>
/// <param name="reference">What is taken as right.</param>
/// <param name="test">What is compared with it.</param>
public readonly ref struct AlignedPair(ReadOnlySpan<float> reference, ReadOnlySpan<float> test)
{
    /// <summary>What is taken as right.</summary>
    public ReadOnlySpan<float> Reference { get; } = reference;

    /// <summary>What is compared with it.</summary>
    public ReadOnlySpan<float> Test { get; } = test;

    /// <summary>Takes the pair apart.</summary>
    public void Deconstruct(out ReadOnlySpan<float> reference, out ReadOnlySpan<float> test)
    {
        reference = Reference;
        test = Test;
    }
}
