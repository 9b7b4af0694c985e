namespace NamPlugin.Realtime.Playing;

/// <summary><c>struct voice</c> of <c>Native/player.h</c>.</summary>
internal struct NativeVoice
{
    public nint Process;
    public nint Self;
    public nint Block;
    public nint Position;
    public nint Input;
    public nint Output;
    public int Channels;
    public int LowestAnswer;
    public int HighestAnswer;
}
