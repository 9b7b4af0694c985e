namespace NamPlugin.Host;

/// <summary>The two ways a plugin speaks to its host.</summary>
public enum PluginFormat
{
    /// <summary>CLAP: a struct of C functions.</summary>
    Clap,

    /// <summary>VST3: reference-counted interfaces.</summary>
    Vst3,
}
