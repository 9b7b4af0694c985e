namespace NamPlugin.Plugin.Vst3;

/// <summary>A place in one parameter's queue, at the point that comes next.</summary>
internal struct Vst3ParameterCursor
{
    public nint Queue;
    public int Parameter;
    public int Next;
    public int Left;
    public int Frame;
    public double Normalized;
    public bool IsOver;
}
