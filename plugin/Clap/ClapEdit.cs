using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Plugin.Clap;

/// <summary>One step of a change that somebody makes inside the plugin.</summary>
/// <param name="EventType">The type of CLAP's event for it.</param>
/// <param name="ParameterId">Which parameter.</param>
/// <param name="Value">The plain value, where it is a value.</param>
internal readonly record struct ClapEdit(ushort EventType, uint ParameterId, double Value = 0)
{
    /// <summary>A hand takes hold.</summary>
    public static ClapEdit Begin(uint parameterId) => new(ClapEventHeader.GestureBegin, parameterId);

    /// <summary>A value.</summary>
    public static ClapEdit Change(uint parameterId, double value) => new(ClapEventHeader.ParameterValue, parameterId, value);

    /// <summary>The hand lets go.</summary>
    public static ClapEdit End(uint parameterId) => new(ClapEventHeader.GestureEnd, parameterId);
}
