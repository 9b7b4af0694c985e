namespace NamPlugin.Plugin.Vst3.Abi;

/// <summary>What flows through a bus.</summary>
internal enum MediaType
{
    Audio = 0,
    Event = 1,
}
