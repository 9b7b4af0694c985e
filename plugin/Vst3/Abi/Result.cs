namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>tresult, as it is numbered everywhere but on Windows.</summary>
internal enum Result
{
    NoInterface = -1,
    Ok = 0,
    False = 1,
    InvalidArgument = 2,
    NotImplemented = 3,
    InternalError = 4,
    NotInitialized = 5,
    OutOfMemory = 6,
}
