namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>What the <c>fmt </c> chunk says: enough to write a file of the same kind as the one that was read.</summary>
/// <param name="SampleRateHz">Frames per second.</param>
/// <param name="Channels">Samples per frame.</param>
/// <param name="Encoding">How one sample is stored.</param>
/// <param name="ChannelMask">
/// Loudspeaker mask of <c>WAVE_FORMAT_EXTENSIBLE</c> (0: no positions assigned); <see langword="null"/> for a plain <c>fmt </c> chunk.
/// </param>
public sealed record WavFormat(int SampleRateHz, int Channels, WavEncoding Encoding, uint? ChannelMask = null)
{
    /// <summary>Bytes of one stored sample.</summary>
    public int BytesPerSample => Encoding switch
    {
        WavEncoding.UInt8 => 1,
        WavEncoding.Int16 => 2,
        WavEncoding.Int24 => 3,
        WavEncoding.Float64 => 8,
        _ => 4,
    };

    /// <summary>Bytes of one frame, all channels together.</summary>
    public int BytesPerFrame => BytesPerSample * Channels;

    /// <summary>Bits of one stored sample.</summary>
    public int BitsPerSample => BytesPerSample * 8;

    /// <summary>Whether samples are floating point, and so neither clipped nor dithered.</summary>
    public bool IsFloat => Encoding is WavEncoding.Float32 or WavEncoding.Float64;
}
