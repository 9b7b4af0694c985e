using System.Collections.Immutable;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// What the widths of a capture cost, and how long a change of width takes. Immutable, made with the capture, so that the audio thread can take
/// it together with the capture and allocate nothing.
/// </summary>
internal sealed class WidthCosts
{
    private readonly WidthMap _map;
    private readonly double[] _costs;

    /// <summary>The costs of a map's widths. [main-thread]</summary>
    /// <param name="map">Which width selects which variant.</param>
    /// <param name="multiplyAccumulates">For each variant, from the narrowest on.</param>
    /// <param name="switchSeconds">The longest time for which two variants run side by side.</param>
    public WidthCosts(WidthMap map, ImmutableArray<long> multiplyAccumulates, double switchSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(multiplyAccumulates.Length, map.Count);
        _map = map;
        SwitchSeconds = switchSeconds;
        _costs = new double[map.Count];
        var most = 1L;
        foreach (var count in multiplyAccumulates)
            most = Math.Max(most, count);

        // The submodels of a container may be anything; a wider one is never taken for cheaper.
        var least = 0.0;
        for (var variant = 0; variant < map.Count; variant++)
            least = _costs[variant] = Math.Max(least, Math.Max(multiplyAccumulates[variant], 1) / (double)most);
    }

    /// <summary>Number of widths, 1 for a capture that cannot be narrowed.</summary>
    public int Count => _costs.Length;

    /// <summary>The longest time for which two variants run side by side.</summary>
    public double SwitchSeconds { get; }

    /// <summary>The cost of a variant, 1 for the costliest. [audio-thread]</summary>
    public double this[int variant] => _costs[variant];

    /// <summary>The costs of a capture's widths. [main-thread]</summary>
    public static WidthCosts Of(ModelVariants variants)
    {
        var counts = ImmutableArray.CreateBuilder<long>(variants.Variants.Length);
        var warmUpSamples = 0;
        foreach (var variant in variants.Variants)
        {
            counts.Add(variant.MacsPerSample);
            warmUpSamples = Math.Max(warmUpSamples, variant.Program.WarmUpSamples);
        }

        var switchSeconds = warmUpSamples / variants.SampleRateHz + WidthSwitcher.CrossfadeMilliseconds / 1000;
        return new WidthCosts(variants.Map, counts.MoveToImmutable(), switchSeconds);
    }

    /// <summary>The wanted width where it selects a variant that is allowed, otherwise a width that selects the widest allowed one. [audio-thread]</summary>
    public double Limit(double width, int widestVariant) =>
        _map.VariantFor(width) <= widestVariant ? width : _map.WidthFor(widestVariant);
}
