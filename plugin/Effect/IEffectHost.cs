namespace NamPlugin.Plugin.Effect;

/// <summary>What the effect asks of whoever hosts it; a shell translates it for its format. Any thread but the audio thread.</summary>
public interface IEffectHost
{
    /// <summary>The latency that <see cref="PluginEffect.LatencySamples"/> names is about to change; the host should restart processing.</summary>
    void RequestLatencyChange();

    /// <summary>Values or texts changed from inside (a state, a preset).</summary>
    void NotifyValuesChanged();

    /// <summary>The user changed what a session keeps beside the parameters; it should be saved again.</summary>
    void NotifySessionChanged();

    /// <summary>Sound may come though none goes in: another file has been loaded.</summary>
    void RequestProcessing();

    /// <summary>Something that the user should read: what is wrong, with which file, and what to do.</summary>
    void Report(string message);
}
