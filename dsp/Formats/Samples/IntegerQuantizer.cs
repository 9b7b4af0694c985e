namespace NamPlugin.Dsp.Formats.Samples;

/// <summary>
/// Rounds samples to two's complement integers of a given width: full scale 1.0 is 2^(bits-1), ties go to even, what lies beyond saturates, NaN becomes silence.
/// </summary>
public readonly unsafe struct IntegerQuantizer
{
    private readonly double _scale;
    private readonly TpdfDither? _dither;

    /// <summary>A quantiser for one file.</summary>
    /// <param name="bits">Width, 2 to 32.</param>
    /// <param name="dither">Dither to add before rounding. Beyond 24 bits it is left out: a float has no more than that.</param>
    public IntegerQuantizer(int bits, TpdfDither? dither)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 32);
        _scale = Math.ScaleB(1.0, bits - 1);
        _dither = bits > 24 ? null : dither;
    }

    /// <summary>Quantises <c>planes[channel][time]</c> into interleaved integers.</summary>
    /// <param name="planes">One pointer per channel.</param>
    /// <param name="start">First frame to take from each plane.</param>
    /// <param name="frames">Number of frames.</param>
    /// <param name="channels">Number of channels.</param>
    /// <param name="firstFrame">Index of the first frame within the file, which places the dither.</param>
    /// <param name="target">Receives <c>frames * channels</c> samples, frame by frame.</param>
    public void Quantize(float** planes, int start, int frames, int channels, long firstFrame, Span<int> target)
    {
        for (var channel = 0; channel < channels; channel++)
        {
            var source = planes[channel] + start;
            for (var i = 0; i < frames; i++)
            {
                var value = source[i] * _scale;
                if (_dither is { } dither)
                    value += dither.At(channel, firstFrame + i);
                target[(i * channels) + channel] = double.IsNaN(value) ? 0 : (int)Math.Clamp(Math.Round(value), -_scale, _scale - 1);
            }
        }
    }
}
