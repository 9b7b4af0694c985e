namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>Where a chunk stands relative to the two that carry the sound.</summary>
public enum WavChunkPlacement
{
    /// <summary>Ahead of <c>fmt </c>; field recorders put <c>JUNK</c> and <c>bext</c> here.</summary>
    BeforeFormat,

    /// <summary>Between <c>fmt </c> and <c>data</c>.</summary>
    BeforeData,

    /// <summary>Behind <c>data</c>.</summary>
    AfterData,
}
