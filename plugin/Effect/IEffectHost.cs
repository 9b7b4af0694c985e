namespace NamPlugin.Plugin.Effect;

/// <summary>What the effect asks of whoever hosts it; a shell translates it for its format.</summary>
public interface IEffectHost
{
    /// <summary>The latency that <see cref="PluginEffect.LatencySamples"/> names is about to change; the host should restart processing. Any thread.</summary>
    void RequestLatencyChange();

    /// <summary>Values, texts or the loaded files changed from inside (a state, a preset, another model). Any thread.</summary>
    void NotifyChanged();
}
