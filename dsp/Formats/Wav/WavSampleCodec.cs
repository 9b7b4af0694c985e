using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>
/// Turns stored samples into planar floats and back: one operator per encoding, one driver each way.
/// Integers of n bits are scaled by 2^(n-1), so 8, 16 and 24 bits survive a round trip bit for bit; 32-bit integers and doubles
/// are rounded to the 24-bit mantissa of a float.
/// </summary>
internal static unsafe class WavSampleCodec
{
    private interface IDecoder
    {
        static abstract int Bytes { get; }

        static abstract float Decode(byte* source);
    }

    private interface IFloatEncoder
    {
        static abstract int Bytes { get; }

        static abstract void Encode(float value, byte* target);
    }

    /// <summary>Reads <paramref name="frames"/> interleaved frames into <c>planes[channel][time]</c>, from <paramref name="start"/> on.</summary>
    public static void Decode(WavFormat format, byte* source, float** planes, int start, int frames)
    {
        switch (format.Encoding)
        {
            case WavEncoding.UInt8: Decode<UInt8>(source, planes, start, format.Channels, frames); break;
            case WavEncoding.Int16: Decode<Int16>(source, planes, start, format.Channels, frames); break;
            case WavEncoding.Int24: Decode<Int24>(source, planes, start, format.Channels, frames); break;
            case WavEncoding.Int32: Decode<Int32>(source, planes, start, format.Channels, frames); break;
            case WavEncoding.Float32: Decode<Float32>(source, planes, start, format.Channels, frames); break;
            default: Decode<Float64>(source, planes, start, format.Channels, frames); break;
        }
    }

    /// <summary>Writes <c>planes[channel][time]</c> as interleaved floating-point frames.</summary>
    public static void EncodeFloat(WavFormat format, float** planes, int start, int frames, byte* target)
    {
        if (format.Encoding == WavEncoding.Float32)
            EncodeFloat<Float32>(planes, start, format.Channels, frames, target);
        else
            EncodeFloat<Float64>(planes, start, format.Channels, frames, target);
    }

    /// <summary>Writes quantised samples, already in file order, as integers of the format's width.</summary>
    public static void PackIntegers(WavEncoding encoding, ReadOnlySpan<int> samples, byte* target)
    {
        switch (encoding)
        {
            case WavEncoding.UInt8:
                for (var i = 0; i < samples.Length; i++)
                    target[i] = (byte)(samples[i] + 128);
                break;
            case WavEncoding.Int16:
                for (var i = 0; i < samples.Length; i++)
                    Unsafe.WriteUnaligned(target + ((nint)i * 2), (short)samples[i]);
                break;
            case WavEncoding.Int24:
                for (var i = 0; i < samples.Length; i++, target += 3)
                {
                    target[0] = (byte)samples[i];
                    target[1] = (byte)(samples[i] >> 8);
                    target[2] = (byte)(samples[i] >> 16);
                }

                break;
            default:
                for (var i = 0; i < samples.Length; i++)
                    Unsafe.WriteUnaligned(target + ((nint)i * 4), samples[i]);
                break;
        }
    }

    private static void Decode<T>(byte* source, float** planes, int start, int channels, int frames)
        where T : struct, IDecoder
    {
        for (var channel = 0; channel < channels; channel++)
        {
            var from = source + ((nint)channel * T.Bytes);
            var to = planes[channel] + start;
            for (var i = 0; i < frames; i++, from += (nint)channels * T.Bytes)
                to[i] = T.Decode(from);
        }
    }

    private static void EncodeFloat<T>(float** planes, int start, int channels, int frames, byte* target)
        where T : struct, IFloatEncoder
    {
        for (var channel = 0; channel < channels; channel++)
        {
            var from = planes[channel] + start;
            var to = target + ((nint)channel * T.Bytes);
            for (var i = 0; i < frames; i++, to += (nint)channels * T.Bytes)
                T.Encode(from[i], to);
        }
    }

    private readonly struct UInt8 : IDecoder
    {
        public static int Bytes => 1;

        public static float Decode(byte* source) => (*source - 128) * (1f / 128);
    }

    private readonly struct Int16 : IDecoder
    {
        public static int Bytes => 2;

        public static float Decode(byte* source) => Unsafe.ReadUnaligned<short>(source) * (1f / 32768);
    }

    private readonly struct Int24 : IDecoder
    {
        public static int Bytes => 3;

        public static float Decode(byte* source) => (source[0] | (source[1] << 8) | ((sbyte)source[2] << 16)) * (1f / 8388608);
    }

    private readonly struct Int32 : IDecoder
    {
        public static int Bytes => 4;

        public static float Decode(byte* source) => Unsafe.ReadUnaligned<int>(source) * (1f / 2147483648f);
    }

    private readonly struct Float32 : IDecoder, IFloatEncoder
    {
        public static int Bytes => 4;

        public static float Decode(byte* source) => Unsafe.ReadUnaligned<float>(source);

        public static void Encode(float value, byte* target) => Unsafe.WriteUnaligned(target, value);
    }

    private readonly struct Float64 : IDecoder, IFloatEncoder
    {
        public static int Bytes => 8;

        public static float Decode(byte* source) => (float)Unsafe.ReadUnaligned<double>(source);

        public static void Encode(float value, byte* target) => Unsafe.WriteUnaligned(target, (double)value);
    }
}
