namespace NamPlugin.Host.Vst3;

/// <summary>tresult on Linux (base/funknown.h).</summary>
internal static class Vst3Result
{
    public const int NoInterface = -1;
    public const int Ok = 0;
    public const int False = 1;
    public const int InvalidArgument = 2;
    public const int NotImplemented = 3;
    public const int InternalError = 4;
}
