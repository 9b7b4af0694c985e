using NamPlugin.Plugin.State;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>What a host saves or loads a state for, as far as it says: its stream may carry the word.</summary>
internal static unsafe class StateContext
{
    private const string Project = "Project";

    private static ReadOnlySpan<byte> StateType => "StateType"u8;

    /// <summary>A preset where the host says that it is no project; otherwise a session. [main-thread]</summary>
    public static StatePurpose Of(IBStream stream)
    {
        var attributes = new IStreamAttributes(FUnknown.Query(stream.Instance, IStreamAttributes.Iid));
        if (attributes.IsNull)
            return StatePurpose.Session;
        var list = attributes.Attributes;
        var purpose = !list.IsNull && list.TryGetString(StateType, out var type) && type.Text is not Project ? StatePurpose.Preset : StatePurpose.Session;
        FUnknown.Release(attributes.Instance);
        return purpose;
    }
}
