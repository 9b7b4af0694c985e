namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>Which way.</summary>
internal enum BusDirection
{
    Input = 0,
    Output = 1,
}
