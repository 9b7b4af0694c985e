using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Wav;
using NamPlugin.Dsp.Models;
using NamPlugin.Dsp.Tests.Golden;
using NamPlugin.Dsp.Tests.Networks;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Width;

/// <summary>Models that can be narrowed, and things to play through them.</summary>
internal static class TestMaterial
{
    private const int SampleRateHz = 48_000;

    /// <summary>Committed models: a slimmable WaveNet of every kind that the format allows, a container, the project's own, and the A2 shape.</summary>
    public static IReadOnlyList<string> CommittedModels { get; } =
        ["slim_default4", "slim_switch", "slim_gated_quirk", "slim_film_shift_quirk", "slim_first_array_only", "slim_head1x1_film", "container_mixed", "assets: mild-overdrive", "slimmable A2 shape"];

    /// <summary>Captures and examples from outside, present or not.</summary>
    public static IReadOnlyList<string> SharedModels { get; } =
        ["data/nam-captures/a2_boss.nam", "data/nam-captures/a2-container_core.nam", "data/nam-captures/slimmable-wavenet_core-example.nam", "reference/models/slim_bottleneck.nam", "reference/models/slim_no_layer1x1.nam", "reference/models/slim_trainer_config.nam", "reference/models/slimmable_container.nam"];

    /// <summary>A model of either list; the caller owns it.</summary>
    public static NamModel Load(string name)
    {
        if (name == "slimmable A2 shape")
            return KnownShapes.SlimmableA2(channels: 4);
        if (name.StartsWith("assets: ", StringComparison.Ordinal))
            return ModelFile.Load(Path.Combine(SharedMaterial.RepositoryRoot, "assets", "models", name["assets: ".Length..] + ".nam"));
        return name.Contains('/') ? ModelFile.Load(SharedMaterial.Require(name)) : GoldenModels.Load(name);
    }

    /// <summary>A signal by name; the recorded guitar falls back to the committed, synthesised one.</summary>
    public static float[] Signal(string name, int frames) => name switch
    {
        "silence" => new float[frames],
        "low sine" => Sine(82.4, 0.5, frames),
        "sine" => Sine(440, 0.25, frames),
        "guitar" => Guitar(frames),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static float[] Sine(double hz, double amplitude, int frames) =>
        [.. Enumerable.Range(0, frames).Select(t => (float)(amplitude * Math.Sin(2 * Math.PI * hz * t / SampleRateHz)))];

    private static float[] Guitar(int frames)
    {
        const int SecondsIn = 14;
        return SharedMaterial.IsPresent
            ? Read(SharedMaterial.Require("data/di-captures/di_tone3000_80s.wav"), SecondsIn * SampleRateHz, frames)
            : Read(Path.Combine(SharedMaterial.RepositoryRoot, "assets", "di", "guitar-di-20s.wav"), 0, frames);
    }

    private static unsafe float[] Read(string path, int from, int frames)
    {
        using var reader = WavReader.Open(path);
        reader.PositionFrames = from;
        var samples = new float[frames];
        fixed (float* plane = samples)
            Assert.Equal(frames, reader.Read(&plane, frames));
        return samples;
    }
}
