using System.Text.Json;
using System.Text.Json.Serialization;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Realtime.Results;

/// <summary>One measurement, as it is kept.</summary>
internal sealed record RealtimeRecord
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>The arguments that repeat it.</summary>
    public required string Arguments { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Where.</summary>
    public required MachineRecord Machine { get; init; }

    /// <summary>Plugin, version and format.</summary>
    public required string PluginName { get; init; }

    /// <summary>Instances, one after the other on the one thread.</summary>
    public required int Instances { get; init; }

    /// <summary>Frames of a block.</summary>
    public required int Frames { get; init; }

    /// <summary>Frames per second.</summary>
    public required int SampleRateHz { get; init; }

    /// <summary>What was played and loaded.</summary>
    public required IReadOnlyList<string> Captures { get; init; }

    /// <summary>The plugin.</summary>
    public required PlayedRecord Plugin { get; init; }

    /// <summary>The null plugin, on a thread of its own at the same time, half a period apart.</summary>
    public required PlayedRecord Control { get; init; }

    /// <summary>The engine's runtime; null where the plugin does not tell.</summary>
    public RuntimeRecord? Runtime { get; init; }

    /// <summary>The main thread; null where it left the plugin alone.</summary>
    public MainThreadRecord? MainThread { get; init; }

    /// <summary>Whether what is counted here can be counted.</summary>
    public required InstrumentRecord Instruments { get; init; }

    /// <summary>Whether the audio thread kept to what is demanded of it. Times are not: they are the machine's too.</summary>
    public bool IsClean =>
        Instruments.IsTrustworthy
        && Plugin is { LaterCalls.Total: 0, ManagedBytes: null or 0, Failures: 0, NotFinite: 0, Denormal: 0, ControlWords: 0 }
        && Runtime is null or { Collections: 0 };

    /// <summary>Keeps it.</summary>
    public void Save(string path) => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
