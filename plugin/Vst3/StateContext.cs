using NamPlugin.Plugin.State;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>What a host saves or loads a state for, as far as it says: its stream may carry the word.</summary>
internal static unsafe class StateContext
{
    private const string Project = "Project";

    // The standard's headers ask for this much room.
    private const int LongestPath = 1024;

    private static ReadOnlySpan<byte> StateType => "StateType"u8;

    private static ReadOnlySpan<byte> FilePath => "FilePathString"u8;

    /// <summary>A preset where the host says that it is no project; otherwise a session. [main-thread]</summary>
    public static StatePurpose Of(IBStream stream)
    {
        Span<char> type = stackalloc char[String128.Length];
        return TryGet(stream, StateType, ref type) && type is not Project ? StatePurpose.Preset : StatePurpose.Session;
    }

    /// <summary>The folder of the file that the state comes from; null where the host does not say. [main-thread]</summary>
    public static string? FolderOf(IBStream stream)
    {
        Span<char> path = stackalloc char[LongestPath];
        return TryGet(stream, FilePath, ref path) && path.StartsWith('/') ? Path.GetDirectoryName(new string(path)) : null;
    }

    private static bool TryGet(IBStream stream, ReadOnlySpan<byte> key, ref Span<char> text)
    {
        var attributes = new IStreamAttributes(FUnknown.Query(stream.Instance, IStreamAttributes.Iid));
        if (attributes.IsNull)
            return false;
        var list = attributes.Attributes;
        var isThere = !list.IsNull && list.TryGetString(key, text);
        FUnknown.Release(attributes.Instance);
        if (isThere && text.IndexOf('\0') is >= 0 and var end)
            text = text[..end];
        return isThere;
    }
}
