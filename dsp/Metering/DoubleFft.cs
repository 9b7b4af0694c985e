using System.Numerics;

namespace NamPlugin.Dsp.Metering;

/// <summary>
/// A complex transform in double precision, radix 2 in place. Measuring wants more digits than playing: two files that differ by one part in 10^8
/// must not drown in the rounding of the instrument.
/// </summary>
internal sealed class DoubleFft
{
    private readonly double[] _cos;
    private readonly double[] _sin;
    private readonly int[] _reversed;

    /// <summary>Tables for <paramref name="size"/> points, a power of two.</summary>
    public DoubleFft(int size)
    {
        Size = size;
        _cos = new double[size / 2];
        _sin = new double[size / 2];
        for (var k = 0; k < size / 2; k++)
            (_sin[k], _cos[k]) = Math.SinCos(-2 * Math.PI * k / size);
        var shift = 32 - BitOperations.Log2((uint)size);
        _reversed = new int[size];
        for (var i = 0; i < size; i++)
            _reversed[i] = size == 1 ? 0 : (int)(Reverse((uint)i) >> shift);
    }

    /// <summary>Number of points.</summary>
    public int Size { get; }

    /// <summary>Replaces <c>re + i im</c> by its spectrum, sum of x[n] e^(-2 pi i k n / N). With the two parts exchanged it is the inverse, N times too large.</summary>
    public void Transform(Span<double> re, Span<double> im)
    {
        re = re[..Size];
        im = im[..Size];
        for (var i = 0; i < Size; i++)
        {
            var j = _reversed[i];
            if (j <= i)
                continue;
            (re[i], re[j]) = (re[j], re[i]);
            (im[i], im[j]) = (im[j], im[i]);
        }

        for (var half = 1; half < Size; half *= 2)
        {
            var step = Size / 2 / half;
            for (var start = 0; start < Size; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var (wr, wi) = (_cos[k * step], _sin[k * step]);
                    var (a, b) = (start + k, start + k + half);
                    var tr = (re[b] * wr) - (im[b] * wi);
                    var ti = (re[b] * wi) + (im[b] * wr);
                    (re[b], im[b]) = (re[a] - tr, im[a] - ti);
                    (re[a], im[a]) = (re[a] + tr, im[a] + ti);
                }
            }
        }
    }

    private static uint Reverse(uint x)
    {
        x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
        x = ((x >> 4) & 0x0F0F0F0F) | ((x & 0x0F0F0F0F) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(x);
    }
}
