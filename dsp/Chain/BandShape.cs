namespace NamPlugin.Dsp.Chain;

/// <summary>What an equaliser band does to the spectrum.</summary>
public enum BandShape
{
    /// <summary>Everything below the frequency.</summary>
    LowShelf,

    /// <summary>A bell around the frequency.</summary>
    Peak,

    /// <summary>Everything above the frequency.</summary>
    HighShelf,
}
