using System.Globalization;
using NamPlugin.Dsp.Chain;

namespace NamPlugin.Cli.Reamp;

/// <summary>How loud the result is made: a mode of the chain, or a target that is measured first.</summary>
/// <param name="Kind">The word on the command line.</param>
/// <param name="Target">LUFS or dBFS, for the measured kinds.</param>
internal readonly record struct OutputLevel(OutputLevelKind Kind, double Target)
{
    /// <summary>The forms that <see cref="Parse"/> takes.</summary>
    public const string Forms = "raw, normalized, calibrated, lufs:N or peak:N";

    /// <summary>The gain that the chain itself applies.</summary>
    public OutputMode Mode => Kind switch
    {
        OutputLevelKind.Normalized => OutputMode.Normalized,
        OutputLevelKind.Calibrated => OutputMode.Calibrated,
        _ => OutputMode.Raw,
    };

    /// <summary>Whether the level is only known once everything has been rendered.</summary>
    public bool IsMeasured => Kind is OutputLevelKind.Lufs or OutputLevelKind.Peak;

    /// <summary>Reads the command line's form.</summary>
    /// <exception cref="UsageException">The text has none of the <see cref="Forms"/>.</exception>
    public static OutputLevel Parse(string text)
    {
        var (word, number) = text.Split(':', 2) is [var name, var value] ? (name, value) : (text, null);
        return (word.ToLowerInvariant(), number) switch
        {
            ("raw", null) => new OutputLevel(OutputLevelKind.Raw, 0),
            ("normalized" or "normalised", null) => new OutputLevel(OutputLevelKind.Normalized, 0),
            ("calibrated", null) => new OutputLevel(OutputLevelKind.Calibrated, 0),
            ("lufs", { } target) => new OutputLevel(OutputLevelKind.Lufs, ParseTarget(text, target)),
            ("peak", { } target) => new OutputLevel(OutputLevelKind.Peak, ParseTarget(text, target)),
            _ => throw new UsageException($"--output {text}: expected {Forms}, for example lufs:-18 or peak:-1."),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => IsMeasured ? string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}:{Target:g}") : Kind.ToString().ToLowerInvariant();

    private static double ParseTarget(string text, string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var target) && target is >= -100 and <= 20
            ? target
            : throw new UsageException($"--output {text}: the number is a level in dB between -100 and 20.");
}
