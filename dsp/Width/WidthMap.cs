using System.Collections.Immutable;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Width;

/// <summary>
/// From a width in [0, 1] to one of a model's variants, exactly as the format maps it ('.nam' sections 7 and 8). Variants are ordered from the
/// narrowest (0) to the full model (last); a model that cannot be narrowed has one.
/// </summary>
public sealed class WidthMap
{
    // Thresholds of different arrays that mean the same ratio may differ in the last bits.
    private const double SameThreshold = 1e-12;

    private readonly ImmutableArray<double> _thresholds;

    private WidthMap(ImmutableArray<double> thresholds) => _thresholds = thresholds;

    /// <summary>Number of variants, at least one.</summary>
    public int Count => _thresholds.Length + 1;

    /// <summary>The widths at which the variant changes, ascending: variant i serves [Breakpoints[i - 1], Breakpoints[i]).</summary>
    public ImmutableArray<double> Breakpoints => _thresholds;

    /// <summary>The map of a model.</summary>
    public static WidthMap Of(NamModel model) => model.Config switch
    {
        ContainerConfig container => new WidthMap(container.Submodels[..^1].ConvertAll(static submodel => submodel.MaxValue)),
        WaveNetConfig wavenet => new WidthMap(Merge(Thresholds(wavenet))),
        _ => new WidthMap([]),
    };

    /// <summary>The variant for a width; values outside [0, 1] are clamped, NaN means full. [audio-thread]</summary>
    public int VariantFor(double width)
    {
        if (double.IsNaN(width))
            return _thresholds.Length;
        var variant = 0;
        foreach (var threshold in _thresholds)
        {
            if (width >= threshold)
                variant++;
        }

        return variant;
    }

    /// <summary>A width that selects the variant, in the middle of its range.</summary>
    public double WidthFor(int variant)
    {
        var low = variant == 0 ? 0 : _thresholds[variant - 1];
        var high = variant == _thresholds.Length ? 1 : _thresholds[variant];
        return (low + high) / 2;
    }

    /// <summary>Channels of each array of a slimmable WaveNet in one of its variants.</summary>
    internal ImmutableArray<int> ChannelsOf(WaveNetConfig config, int variant)
    {
        var width = WidthFor(variant);
        return config.Arrays.ConvertAll(array => array.IsSlimmable ? array.AllowedChannels[IndexFor(width, array.AllowedChannels.Length)] : array.Channels);
    }

    // min(floor(s N), N - 1)
    private static int IndexFor(double width, int count) => Math.Min((int)(width * count), count - 1);

    private static List<double> Thresholds(WaveNetConfig config)
    {
        var thresholds = new List<double>();
        foreach (var array in config.Arrays)
        {
            if (array.IsSlimmable)
                thresholds.AddRange(Thresholds(array.AllowedChannels.Length));
        }

        return thresholds;
    }

    private static IEnumerable<double> Thresholds(int count)
    {
        for (var index = 1; index < count; index++)
        {
            // The smallest number that floor(s N) puts at this index: index / N itself, or a neighbour when the product is rounded across.
            var threshold = Math.BitDecrement((double)index / count);
            while (IndexFor(threshold, count) < index)
                threshold = Math.BitIncrement(threshold);
            yield return threshold;
        }
    }

    private static ImmutableArray<double> Merge(List<double> thresholds)
    {
        thresholds.Sort();
        var merged = ImmutableArray.CreateBuilder<double>();
        foreach (var threshold in thresholds)
        {
            if (merged.Count == 0 || threshold - merged[^1] > SameThreshold)
                merged.Add(threshold);
        }

        return merged.ToImmutable();
    }
}
