namespace NamPlugin.Realtime.Playing;

/// <summary><c>struct player</c> of <c>Native/player.h</c>.</summary>
internal unsafe struct NativePlayer
{
    public NativeVoice* Voices;
    public BlockRecord* Records;
    public nint Automation;
    public float* Recording;
    public nint Allocated;
    public nint AllocatedSelf;
    public long RecordingFrames;
    public long SoundingFrames;
    public long Blocks;
    public long FirstPeriodNanoseconds;
    public int VoiceCount;
    public int Frames;
    public int SampleRateHz;
    public int Priority;
    public int Stop;
    public int IsFifo;
    public long Played;
    public long ManagedBytes;
    public long Failures;
    public long NotFinite;
    public long Denormal;
    public long ControlWords;
    public WatchedCalls First;
    public WatchedCalls Rest;
    public nint Thread;
}
