using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.State;

/// <summary>The words of a written state. They are for ever, as the ids of the parameters are.</summary>
internal static class StateKeys
{
    /// <summary>What <see cref="Version"/> says in states of today.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The first key, by which a state is known.</summary>
    public static ReadOnlySpan<byte> Version => "namplugin"u8;

    /// <summary>Values by the parameters' ids, in their units.</summary>
    public static ReadOnlySpan<byte> Parameters => "parameters"u8;

    /// <summary>The side of a comparison that does not sound: an object like the state itself.</summary>
    public static ReadOnlySpan<byte> Other => "other"u8;

    /// <summary>Which side <see cref="Other"/> is: "A" or "B".</summary>
    public static ReadOnlySpan<byte> Side => "side"u8;

    /// <summary>What a preset says about itself; a state that has it is a preset.</summary>
    public static ReadOnlySpan<byte> Preset => "preset"u8;

    /// <summary>Absolute path of a file; missing in presets that name a file by its place beside them.</summary>
    public static ReadOnlySpan<byte> Path => "path"u8;

    /// <summary>The path seen from a library folder, the session's folder or the preset's.</summary>
    public static ReadOnlySpan<byte> RelativePath => "relative"u8;

    /// <summary>Digest of the file.</summary>
    public static ReadOnlySpan<byte> Sha256 => "sha256"u8;

    /// <summary>Bytes of the file.</summary>
    public static ReadOnlySpan<byte> Length => "length"u8;

    /// <summary>The file itself, deflated, in base 64.</summary>
    public static ReadOnlySpan<byte> Copy => "copy"u8;

    /// <summary>The key of a file.</summary>
    public static ReadOnlySpan<byte> Of(FileKind kind) => kind switch
    {
        FileKind.Model => "model"u8,
        FileKind.FirstResponse => "ir1"u8,
        _ => "ir2"u8,
    };
}
