namespace NamPlugin.Plugin.State;

/// <summary>What a state is saved or loaded for.</summary>
public enum StatePurpose
{
    /// <summary>A session that comes back as it was, or a copy of an instance.</summary>
    Session,

    /// <summary>A preset, which may come from elsewhere: parameters that are <see cref="Effect.ParameterFlags.MachineBound"/> are neither saved nor touched.</summary>
    Preset,
}
