using NamPlugin.Plugin.Effect.Comparison;

namespace NamPlugin.Plugin.State;

/// <summary>What a written state says. Holds the files that it names. [main-thread]</summary>
internal sealed class StateContents : IDisposable
{
    /// <summary>What is to sound; values that the state does not name are <see cref="EffectSnapshot.Unnamed"/>.</summary>
    public EffectSnapshot Sound { get; } = new();

    /// <summary>What it is compared with; null for nothing.</summary>
    public EffectSnapshot? Other { get; set; }

    /// <summary>Which side <see cref="Sound"/> is.</summary>
    public ComparisonSide Side { get; set; }

    /// <summary>Whether it is a preset, whatever the host takes it for.</summary>
    public bool IsPreset { get; set; }

    /// <summary>Lets the files go.</summary>
    public void Dispose()
    {
        Sound.Dispose();
        Other?.Dispose();
    }
}
