namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>A set of loudspeakers, a bit for each.</summary>
internal enum SpeakerArrangement : ulong
{
    Stereo = 3,
    Mono = 1 << 19,
}
