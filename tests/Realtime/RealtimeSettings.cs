using NamPlugin.Host;

namespace NamPlugin.Realtime;

/// <summary>What is measured.</summary>
internal sealed record RealtimeSettings
{
    /// <summary>The plugin's format.</summary>
    public required PluginFormat Format { get; init; }

    /// <summary>The plugin file or bundle.</summary>
    public required string PluginPath { get; init; }

    /// <summary>How long.</summary>
    public required double Seconds { get; init; }

    /// <summary>Frames of a block.</summary>
    public required int Frames { get; init; }

    /// <summary>Frames per second.</summary>
    public required int SampleRateHz { get; init; }

    /// <summary>Plugins, one after the other on the one thread.</summary>
    public required int Instances { get; init; }

    /// <summary>When the sound ends; infinity for never.</summary>
    public double SilenceAfterSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Whether every automatable parameter moves, and not the width alone.</summary>
    public bool AutomatesAll { get; init; }

    /// <summary>Whether the main thread leaves the plugins alone.</summary>
    public bool IsUndisturbed { get; init; }

    /// <summary>The first plays from the start; all are loaded in turn.</summary>
    public required IReadOnlyList<string> Captures { get; init; }

    /// <summary>The recording that is played.</summary>
    public required string InputPath { get; init; }
}
