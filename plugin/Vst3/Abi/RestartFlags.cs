namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What has changed, so that the host must look again.</summary>
[Flags]
internal enum RestartFlags
{
    None = 0,
    ParameterValuesChanged = 1 << 2,
    LatencyChanged = 1 << 3,
}
