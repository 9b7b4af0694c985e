namespace NamPlugin.Plugin.Effect;

/// <summary>The files that an instance plays.</summary>
public enum FileKind
{
    /// <summary>The capture.</summary>
    Model,

    /// <summary>The first impulse response.</summary>
    FirstResponse,

    /// <summary>The second impulse response.</summary>
    SecondResponse,
}
