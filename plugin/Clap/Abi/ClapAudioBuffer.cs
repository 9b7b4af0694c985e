namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_audio_buffer</c>: one port's audio.</summary>
internal unsafe struct ClapAudioBuffer
{
    /// <summary>x[channel][time] in 32 bits; null when <see cref="Data64"/> is set.</summary>
    public float** Data32;

    /// <summary>x[channel][time] in 64 bits; null when <see cref="Data32"/> is set.</summary>
    public double** Data64;

    public uint ChannelCount;
    public uint Latency;

    /// <summary>A bit per channel whose samples are all equal: a hint, the samples are there nevertheless.</summary>
    public ulong ConstantMask;
}
