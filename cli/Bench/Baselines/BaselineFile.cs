using System.Text.Json;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.Bench.Baselines;

/// <summary>Reads what an earlier <c>namplug bench --json</c> has written.</summary>
internal static class BaselineFile
{
    private const int MostBytes = 64 << 20;
    private const string Expected = "a result of namplug bench --json";
    private const string Remedy = "Measure one with: namplug bench --json baseline.json";

    /// <summary>Reads a result.</summary>
    /// <exception cref="FileFormatException">There is no such file, or it is something else.</exception>
    public static BenchRecord Load(string path)
    {
        using var bytes = FileBytes.Read(path, MostBytes, Expected);
        BenchRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(bytes.Span, BenchJson.Type);
        }
        catch (JsonException exception)
        {
            throw new FileFormatException(path, exception.Path is { } place and not "$" ? place : "", "something else", Expected, Remedy, exception);
        }

        if (record?.Results is null || record.Machine is null || record.Results.Any(static result => result is null))
            throw new FileFormatException(path, "", "no results", Expected, Remedy);
        if (record.Results.Any(static result => !(result.NsPerSample > 0 && result.PeakMacsPerNs > 0)))
            throw new FileFormatException(path, "$.results", "times that are not positive", Expected, Remedy);
        return record;
    }
}
