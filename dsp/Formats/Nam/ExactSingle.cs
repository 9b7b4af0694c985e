using System.Buffers.Text;
using System.Text.Json;

namespace NamPlugin.Dsp.Formats.Nam;

/// <summary>
/// Writes float32 values in the fewest digits that come back exactly. Readers of the format parse a double and round it, and rounding
/// twice is not always rounding once: where the shortest float32 form would land one step off, the digits of the double are written.
/// </summary>
internal static class ExactSingle
{
    private const int MostDigits = 32;

    public static void Write(Utf8JsonWriter json, float value)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        if (Utf8Formatter.TryFormat(value, digits, out var length)
            && Utf8Parser.TryParse(digits[..length], out double read, out _)
            && BitConverter.SingleToUInt32Bits((float)read) == BitConverter.SingleToUInt32Bits(value))
        {
            json.WriteRawValue(digits[..length], skipInputValidation: true);
        }
        else
        {
            json.WriteNumberValue((double)value);
        }
    }
}
