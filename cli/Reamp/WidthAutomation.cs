using System.Globalization;
using NamPlugin.Dsp.Width;

namespace NamPlugin.Cli.Reamp;

/// <summary>
/// The width over the length of a recording: straight lines between points, constant before the first and after the last. Two points at one
/// time make a step.
/// </summary>
internal sealed class WidthAutomation
{
    private readonly (double Seconds, double Width)[] _points;

    private WidthAutomation((double Seconds, double Width)[] points) => _points = points;

    /// <summary>One width throughout.</summary>
    public static WidthAutomation Constant(double width) => new([(0, width)]);

    /// <summary>Whether the width ever changes.</summary>
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
                throw new UsageException($"--automate {text}: {points[i].Seconds:g} s comes after {points[i - 1].Seconds:g} s; write the points in order.");
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
    /// The frames at which another variant is wanted, each moved ahead by the time the variant needs to warm up: a recording, unlike a live
    /// input, can be looked into, so the fade begins where the automation says.
    /// </summary>
    /// <param name="variants">The model.</param>
    /// <param name="sampleRateHz">Rate of the recording.</param>
    /// <param name="frames">Length of the recording.</param>
    /// <returns>Frame and width, ascending; the first at frame 0.</returns>
    public IReadOnlyList<(long Frame, double Width)> Schedule(ModelVariants variants, double sampleRateHz, long frames)
    {
        var schedule = new List<(long Frame, double Width)> { (0, At(0)) };
        var current = variants.Map.VariantFor(At(0));
        // A variant is looked up every millisecond; that is finer than a fade is long.
        var step = Math.Max(1, (long)(sampleRateHz / 1000));
        for (var frame = step; frame < frames && !IsConstant; frame += step)
        {
            var width = At(frame / sampleRateHz);
            var variant = variants.Map.VariantFor(width);
            if (variant == current)
                continue;
            current = variant;
            var warmUp = (long)(variants.Variants[variant].Program.WarmUpSamples * sampleRateHz / variants.SampleRateHz);
            schedule.Add((Math.Max(schedule[^1].Frame, frame - warmUp), width));
        }

        return schedule;
    }

    private static (double Seconds, double Width) ParsePoint(string text, string point)
    {
        if (point.Split(':') is not [var time, var width])
            throw new UsageException($"--automate {text}: '{point}' is no point; write time:width, for example 2s:0.2");
        var (digits, scale) = time.EndsWith("ms", StringComparison.Ordinal) ? (time[..^2], 1e-3) : time.EndsWith('s') ? (time[..^1], 1.0) : (time, 1.0);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || seconds < 0)
            throw new UsageException($"--automate {text}: '{time}' is no time; write seconds (2s) or milliseconds (250ms).");
        return (seconds * scale, ParseWidth(width));
    }
}
