using System.Runtime.Intrinsics;
using NamPlugin.Dsp.Memory;

namespace NamPlugin.Dsp.Resampling;

/// <summary>
/// A <see cref="KaiserLowpass"/> sampled for one pair of rates: a row of taps for each place that an output sample can have between two input
/// samples. Where the ratio has too many such places, for about a thousand of them; outputs between two rows are then blended, which errs by less
/// than -110 dB. Immutable, shared by all channels.
/// </summary>
public sealed unsafe class PolyphaseTable : IDisposable
{
    /// <summary>Taps that one step of the sum takes: four vectors of eight.</summary>
    private const int TapMultiple = 32;

    /// <summary>Floats that an exact table may have (2 MB). Every pair of the usual rates stays below.</summary>
    private const long LargestExactTable = 1 << 19;

    /// <summary>
    /// Rows per sample of the lower rate, R. Blending two neighbours errs by at most (pi / R)^2 / 8 at half that rate: -118 dB.
    /// </summary>
    private const int BlendedRows = 1024;

    private readonly NativeBuffer<float> _rows;
    private readonly int _rowTaps;
    private readonly int _rowCount;
    private readonly int _up;

    /// <summary>Samples the low-pass. [main-thread]</summary>
    /// <param name="ratio">The two rates.</param>
    /// <param name="lowpass">The low-pass.</param>
    /// <param name="reach">Half its width in steps of the ratio's grid; taps further from their output are zero.</param>
    public PolyphaseTable(RateRatio ratio, KaiserLowpass lowpass, long reach)
    {
        Ratio = ratio;
        Reach = reach;
        _up = ratio.Up;
        TapCount = checked((int)(2 * reach / _up) + 1);
        _rowTaps = (TapCount + TapMultiple - 1) / TapMultiple * TapMultiple;
        IsExact = (long)_up * _rowTaps <= LargestExactTable;
        _rowCount = IsExact ? _up : (int)(((long)BlendedRows * ratio.LowerHz / ratio.FromHz) + 1);

        var rows = IsExact ? _rowCount : _rowCount + 1;
        _rows = new NativeBuffer<float>(checked(rows * _rowTaps));
        for (var row = 0; row < rows; row++)
        {
            for (var tap = 0; tap < TapCount; tap++)
            {
                var distance = (((double)row / _rowCount) + tap) * _up - reach;
                if (distance <= reach)
                    _rows[(row * _rowTaps) + _rowTaps - 1 - tap] = (float)(lowpass.At(distance / ratio.GridHz) / ratio.FromHz);
            }
        }
    }

    /// <summary>The two rates.</summary>
    public RateRatio Ratio { get; }

    /// <summary>Half the low-pass's width, in steps of the ratio's grid.</summary>
    public long Reach { get; }

    /// <summary>Input samples that one output depends on.</summary>
    public int TapCount { get; }

    /// <summary>Whether every place has a row of its own; otherwise outputs are blended from two.</summary>
    public bool IsExact { get; }

    /// <summary>How far before the newest sample <see cref="Sum"/> reads.</summary>
    internal int PastSamples => _rowTaps - 1;

    /// <summary>One output sample. [audio-thread]</summary>
    /// <param name="newest">The newest input sample that the output depends on, its past before it.</param>
    /// <param name="phase">How many grid steps the low-pass reaches beyond that sample, 0 to <see cref="RateRatio.Up"/> - 1.</param>
    internal float Sum(float* newest, int phase)
    {
        var oldest = newest - PastSamples;
        if (IsExact)
            return Dot(_rows.Pointer + ((nint)phase * _rowTaps), oldest);
        var scaled = (long)phase * _rowCount;
        var row = _rows.Pointer + ((nint)(scaled / _up) * _rowTaps);
        var share = (float)(scaled % _up) / _up;
        return ((1 - share) * Dot(row, oldest)) + (share * Dot(row + _rowTaps, oldest));
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    /// <summary>
    /// Here lanes are neighbouring taps, because neighbouring outputs have different ones; four sums in flight hide the latency of the
    /// multiply-add.
    /// </summary>
    private float Dot(float* taps, float* x)
    {
        var sum0 = Vector256<float>.Zero;
        var sum1 = sum0;
        var sum2 = sum0;
        var sum3 = sum0;
        for (var i = 0; i < _rowTaps; i += TapMultiple)
        {
            sum0 = Vector256.MultiplyAddEstimate(Vector256.Load(taps + i), Vector256.Load(x + i), sum0);
            sum1 = Vector256.MultiplyAddEstimate(Vector256.Load(taps + i + 8), Vector256.Load(x + i + 8), sum1);
            sum2 = Vector256.MultiplyAddEstimate(Vector256.Load(taps + i + 16), Vector256.Load(x + i + 16), sum2);
            sum3 = Vector256.MultiplyAddEstimate(Vector256.Load(taps + i + 24), Vector256.Load(x + i + 24), sum3);
        }

        return Vector256.Sum(sum0 + sum1 + (sum2 + sum3));
    }
}
