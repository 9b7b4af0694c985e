using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace NamPlugin.Cli.Verbs;

/// <summary>
/// Reads the numbers of options, within a range and always with a decimal point. The parser's own conversion would take the comma of "-3,5"
/// for a thousands separator and make it -35.
/// </summary>
internal static class Number
{
    /// <summary>Reads a number from <paramref name="lowest"/> to <paramref name="highest"/>; anything else is a usage error.</summary>
    public static Func<ArgumentResult, T> Between<T>(T lowest, T highest)
        where T : struct, INumber<T> =>
        result => Parse(result, lowest, highest) ?? default;

    /// <summary>The same for an option that has no usual value.</summary>
    public static Func<ArgumentResult, T?> OptionalBetween<T>(T lowest, T highest)
        where T : struct, INumber<T> =>
        result => Parse(result, lowest, highest);

    private static T? Parse<T>(ArgumentResult result, T lowest, T highest)
        where T : struct, INumber<T>
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest)
            return value;
        var name = ((OptionResult)result.Parent!).Option.Name;
        var hint = text.Contains(',') ? ", with a point for its decimals" : "";
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: expected a number from {lowest} to {highest}{hint}."));
        return null;
    }
}
