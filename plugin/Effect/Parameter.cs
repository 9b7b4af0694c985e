using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// One thing that hosts, users and automation can turn: identity, range and text. Both plugin formats, the state and the editor read this
/// description and nothing else. Values are in plain units throughout; only VST3 sees them normalised.
/// </summary>
public sealed record Parameter
{
    /// <summary>Longest text that <see cref="Format"/> writes, in bytes.</summary>
    public const int LongestTextBytes = 48;

    /// <summary>Position in <see cref="ParameterTable.All"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Number in VST3 and CLAP. Never changes.</summary>
    public required uint Number { get; init; }

    /// <summary>Name in states and presets. Never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people, at most 24 characters; useful when cut to 16.</summary>
    public required string Name { get; init; }

    /// <summary>Unit for people, empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest value.</summary>
    public double Minimum { get; init; }

    /// <summary>Largest value.</summary>
    public double Maximum { get; init; } = 1;

    /// <summary>Value of a fresh instance.</summary>
    public double Default { get; init; }

    /// <summary>Digits after the point in texts.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Spread over a control's travel.</summary>
    public ParameterScale Scale { get; init; }

    /// <summary>Names of the values of a choice, in order; empty otherwise.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Word for the smallest value where it means "off"; null otherwise.</summary>
    public string? MinimumText { get; init; }

    /// <summary>Word for the largest value where it means "off"; null otherwise.</summary>
    public string? MaximumText { get; init; }

    /// <summary>Factor between value and text: 100 for what is shown in percent.</summary>
    public double TextFactor { get; init; } = 1;

    /// <summary>What hosts may do with it.</summary>
    public ParameterFlags Flags { get; init; } = ParameterFlags.Automatable;

    /// <summary>Number of steps between values of a stepped parameter; 0 for continuous ones.</summary>
    public int StepCount => Flags.HasFlag(ParameterFlags.Stepped) ? (int)(Maximum - Minimum) : 0;

    /// <summary>The nearest value the parameter can have; the default for NaN. [thread-safe]</summary>
    public double Clean(double value)
    {
        if (double.IsNaN(value))
            return Default;
        value = Math.Clamp(value, Minimum, Maximum);
        return Flags.HasFlag(ParameterFlags.Stepped) ? Math.Round(value) : value;
    }

    /// <summary>From a control's travel 0..1 to a value, as VST3 defines it for stepped parameters. [thread-safe]</summary>
    public double ToPlain(double normalized)
    {
        normalized = double.IsNaN(normalized) ? ToNormalized(Default) : Math.Clamp(normalized, 0, 1);
        if (StepCount > 0)
            return Minimum + Math.Min(StepCount, Math.Floor(normalized * (StepCount + 1)));
        return Scale == ParameterScale.Logarithmic
            ? Clean(Minimum * Math.Pow(Maximum / Minimum, normalized))
            : Clean(Minimum + normalized * (Maximum - Minimum));
    }

    /// <summary>From a value to a control's travel 0..1. [thread-safe]</summary>
    public double ToNormalized(double plain)
    {
        plain = Clean(plain);
        return Scale == ParameterScale.Logarithmic
            ? Math.Log(plain / Minimum) / Math.Log(Maximum / Minimum)
            : (plain - Minimum) / (Maximum - Minimum);
    }

    /// <summary>Writes a value as people read it, unit included, in UTF-8 without a terminator. Allocates nothing. [thread-safe]</summary>
    /// <returns>Bytes written; at most <see cref="LongestTextBytes"/>, cut where the target is shorter.</returns>
    public int Format(double plain, Span<byte> target)
    {
        plain = Clean(plain);
        if (Choices.Length > 0)
            return Put(Choices[(int)(plain - Minimum)], target);
        if (plain == Minimum && MinimumText is { } minimumText)
            return Put(minimumText, target);
        if (plain == Maximum && MaximumText is { } maximumText)
            return Put(maximumText, target);

        Span<byte> text = stackalloc byte[LongestTextBytes];
        // + 0.0 turns a rounded -0 into 0.
        var shown = Math.Round(plain * TextFactor, Decimals) + 0.0;
        shown.TryFormat(text, out var length, Decimals switch { 0 => "F0", 1 => "F1", _ => "F2" }, CultureInfo.InvariantCulture);
        if (Unit.Length > 0)
        {
            text[length++] = (byte)' ';
            length += Put(Unit, text[length..]);
        }

        length = Math.Min(length, target.Length);
        text[..length].CopyTo(target);
        return length;
    }

    /// <summary>
    /// Reads what people write: a number with or without unit, <c>k</c> for thousands, one of the words. Allocates nothing. [thread-safe]
    /// </summary>
    /// <returns>False when the text means no value; numbers out of range are brought into it.</returns>
    public bool TryParse(ReadOnlySpan<byte> utf8, out double plain)
    {
        var text = utf8.Trim((byte)' ');
        for (var choice = 0; choice < Choices.Length; choice++)
        {
            if (EqualsWord(text, Choices[choice]))
            {
                plain = Minimum + choice;
                return true;
            }
        }

        if (EqualsWord(text, MinimumText))
        {
            plain = Minimum;
            return true;
        }

        if (EqualsWord(text, MaximumText))
        {
            plain = Maximum;
            return true;
        }

        plain = Default;
        if (!System.Buffers.Text.Utf8Parser.TryParse(text, out double number, out var consumed) || !double.IsFinite(number))
            return false;
        var rest = text[consumed..].Trim((byte)' ');
        if (rest.Length > 0 && (rest[0] | 0x20) == 'k')
        {
            number *= 1000;
            rest = rest[1..];
        }

        if (rest.Length > 0 && !EqualsWord(rest, Unit) && !EqualsWord(rest, Unit.TrimStart('k')))
            return false;
        plain = Clean(number / TextFactor);
        return true;
    }

    private static int Put(string text, Span<byte> target)
    {
        Encoding.UTF8.TryGetBytes(text, target, out var written);
        return written;
    }

    private static bool EqualsWord(ReadOnlySpan<byte> utf8, string? word)
    {
        if (word is null || utf8.Length != word.Length)
            return false;
        for (var i = 0; i < utf8.Length; i++)
        {
            if ((utf8[i] | 0x20) != (word[i] | 0x20))
                return false;
        }

        return true;
    }
}
