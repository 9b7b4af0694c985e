using System.Text;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>The parameter table in VST3's terms: values from 0 to 1, texts in UTF-16 with the unit in a field of its own.</summary>
internal static class Vst3Model
{
    /// <summary>Where room is scarce, as on a control surface.</summary>
    private const int ShortTitleLength = 16;

    public static int ParameterCount => ParameterTable.All.Length;

    /// <summary>The parameter that an id names, or null. [thread-safe]</summary>
    public static Parameter? Find(uint id) => ParameterTable.IndexOf(id) is >= 0 and var index ? ParameterTable.All[index] : null;

    /// <summary>What a host is told about a parameter. [thread-safe]</summary>
    public static ParameterInfo Describe(int index)
    {
        var parameter = ParameterTable.All[index];
        var flags = 0;
        if (parameter.Flags.HasFlag(ParameterFlags.Automatable))
            flags |= ParameterInfo.CanAutomate;
        if (parameter.Flags.HasFlag(ParameterFlags.Bypass))
            flags |= ParameterInfo.IsBypass;
        if (parameter.StepCount > 1)
            flags |= ParameterInfo.IsList;
        return new ParameterInfo
        {
            Id = parameter.Number,
            Title = parameter.Name,
            ShortTitle = parameter.Name.AsSpan(0, Math.Min(parameter.Name.Length, ShortTitleLength)),
            Units = parameter.Unit,
            StepCount = parameter.StepCount,
            DefaultNormalized = parameter.ToNormalized(parameter.Default),
            Flags = flags,
        };
    }

    /// <summary>A value as people read it, without the unit: hosts put that behind it themselves. [thread-safe]</summary>
    public static String128 ToText(Parameter parameter, double normalized)
    {
        Span<byte> utf8 = stackalloc byte[Parameter.LongestTextBytes];
        Span<char> text = stackalloc char[Parameter.LongestTextBytes];
        var length = Encoding.UTF8.GetChars(utf8[..parameter.Format(parameter.ToPlain(normalized), utf8)], text);
        ReadOnlySpan<char> shown = text[..length];
        if (parameter.Unit.Length > 0 && shown.EndsWith(parameter.Unit, StringComparison.Ordinal))
            shown = shown[..^parameter.Unit.Length].TrimEnd(' ');
        return shown;
    }

    /// <summary>Reads what people write, with or without the unit. [thread-safe]</summary>
    public static bool TryParse(Parameter parameter, ReadOnlySpan<char> text, out double normalized)
    {
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(String128.Length)];
        var length = Encoding.UTF8.GetBytes(text, utf8);
        var isValue = parameter.TryParse(utf8[..length], out var plain);
        normalized = parameter.ToNormalized(plain);
        return isValue;
    }
}
