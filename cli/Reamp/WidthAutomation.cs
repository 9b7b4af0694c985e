using System.Globalization;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Reamp;

/// <summary>
/// The width over the length of a recording: straight lines between points, constant before the first and after the last. Two points at one
/// time make a step.
/// </summary>
internal sealed class WidthAutomation
{
    // Longer than any recording, and short enough to be counted in frames.
    private const double LatestSeconds = 1e7;

    private readonly (double Seconds, double Width)[] _points;

    private WidthAutomation((double Seconds, double Width)[] points) => _points = points;

    /// <summary>One width throughout.</summary>
    public static WidthAutomation Constant(double width) => new([(0, width)]);

    /// <summary>Whether the width is the full one throughout.</summary>
    public bool IsFull => _points.All(static point => point.Width == 1);

    /// <summary>Whether the width stays the same.</summary>
    public bool IsConstant => _points.All(point => point.Width == _points[0].Width);

    /// <summary>Reads <c>width=0s:1,2s:0.2,2500ms:full</c>.</summary>
    /// <exception cref="UsageException">The text has another form, or times go backwards.</exception>
    public static WidthAutomation Parse(string text)
    {
        if (!text.StartsWith("width=", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--automate {text}: only width can be automated; write width=0s:1,2s:0.2");
        var points = text["width=".Length..].Split(',', StringSplitOptions.TrimEntries).Select(point => ParsePoint(text, point)).ToArray();
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i].Seconds < points[i - 1].Seconds)
                throw new UsageException($"--automate {text}: {points[i].Seconds} s comes after {points[i - 1].Seconds} s; write the points in order.");
        }

        return new WidthAutomation(points);
    }

    /// <summary>Reads a width: a number from 0 to 1, <c>full</c> or <c>lite</c>.</summary>
    public static double ParseWidth(string text) => text.ToLowerInvariant() switch
    {
        "full" => 1,
        "lite" => 0,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var width) && width is >= 0 and <= 1
            ? width
            : throw new UsageException($"{text} is no width: write a number from 0 to 1, full, or lite."),
    };

    /// <summary>The width at a time.</summary>
    public double At(double seconds)
    {
        if (seconds <= _points[0].Seconds)
            return _points[0].Width;
        for (var i = 1; i < _points.Length; i++)
        {
            var (end, width) = _points[i];
            if (seconds >= end)
                continue;
            var (start, from) = _points[i - 1];
            return from + (width - from) * (seconds - start) / (end - start);
        }

        return _points[^1].Width;
    }

    /// <summary>
    /// The frames at which another variant is to be asked for. Each is early by the time that the variant needs to warm up: a recording, unlike a
    /// live input, can be looked into, so the fade begins at the very sample where the automation crosses the variant's threshold.
    /// </summary>
    /// <param name="variants">The model.</param>
    /// <param name="sampleRateHz">Rate of the recording.</param>
    /// <param name="latencySamples">Latency of the resampling around the model, of which the model hears the input late by half.</param>
    /// <returns>Frame and width, ascending; the first at frame 0.</returns>
    public IReadOnlyList<(long Frame, double Width)> Schedule(ModelVariants variants, int sampleRateHz, int latencySamples)
    {
        var schedule = new List<(long Frame, double Width)>();
        foreach (var (frame, variant) in Crossings(variants.Map, sampleRateHz))
        {
            var warmUp = Math.Ceiling(variants.Variants[variant].Program.WarmUpSamples * sampleRateHz / variants.SampleRateHz);
            var asked = schedule.Count == 0 ? 0 : Math.Max(schedule[^1].Frame, frame + (latencySamples / 2) - (long)warmUp);
            schedule.Add((asked, variants.Map.WidthFor(variant)));
        }

        return schedule;
    }

    // The variant at frame 0, and every frame at which it becomes another. Between two points the width, and so the variant, goes one way only,
    // which lets the crossings be found by bisection.
    private List<(long Frame, int Variant)> Crossings(WidthMap map, int sampleRateHz)
    {
        int VariantAt(long frame) => map.VariantFor(At((double)frame / sampleRateHz));
        var crossings = new List<(long Frame, int Variant)> { (0, VariantAt(0)) };
        for (var i = 0; i < _points.Length; i++)
        {
            var frame = FirstFrameFrom(_points[i].Seconds, sampleRateHz);
            Take(frame);
            var last = i + 1 < _points.Length ? FirstFrameFrom(_points[i + 1].Seconds, sampleRateHz) - 1 : frame;
            while (frame < last && VariantAt(last) != crossings[^1].Variant)
            {
                frame = FirstOther(frame, last);
                Take(frame);
            }
        }

        return crossings;

        void Take(long frame)
        {
            var variant = VariantAt(frame);
            if (variant != crossings[^1].Variant)
                crossings.Add((frame, variant));
        }

        long FirstOther(long same, long other)
        {
            while (other - same > 1)
            {
                var middle = same + ((other - same) / 2);
                if (VariantAt(middle) == crossings[^1].Variant)
                    same = middle;
                else
                    other = middle;
            }

            return other;
        }
    }

    // The first frame that is not before a time. Frame over rate is the number At sees; the product alone may be off by a rounding.
    private static long FirstFrameFrom(double seconds, int sampleRateHz)
    {
        var nearest = (long)Math.Round(seconds * sampleRateHz);
        return (double)nearest / sampleRateHz >= seconds ? nearest : nearest + 1;
    }

    private static (double Seconds, double Width) ParsePoint(string text, string point)
    {
        if (point.Split(':') is not [var time, var width])
            throw new UsageException($"--automate {text}: '{point}' is no point; write time:width, for example 2s:0.2");
        var (digits, perSecond) = time.EndsWith("ms", StringComparison.Ordinal) ? (time[..^2], 1000) : time.EndsWith('s') ? (time[..^1], 1) : (time, 1);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number / perSecond is >= 0 and <= LatestSeconds
            ? (number / perSecond, ParseWidth(width))
            : throw new UsageException($"--automate {text}: '{time}' is no time; write seconds (2s) or milliseconds (250ms).");
    }
}
