using System.Runtime.CompilerServices;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// The memory of one second-order filter, one channel. Double precision: at 192 kHz the poles of a 20 Hz filter lie within 1e-3 of the unit
/// circle, where single precision adds audible noise.
/// </summary>
public struct StateVariableFilter
{
    private double _band;
    private double _low;

    /// <summary>Forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        _band = 0.0;
        _low = 0.0;
    }

    /// <summary>Filters one sample. The coefficients may differ from those of the sample before. [audio-thread]</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Process(float x, in FilterCoefficients coefficients)
    {
        var residue = x - _low;
        var band = (coefficients.A1 * _band) + (coefficients.A2 * residue);
        var low = _low + (coefficients.A2 * _band) + (coefficients.A3 * residue);
        _band = Denormals.Flush((2.0 * band) - _band);
        _low = Denormals.Flush((2.0 * low) - _low);
        return (float)((coefficients.Input * x) + (coefficients.Band * band) + (coefficients.Low * low));
    }

    /// <summary>Filters <paramref name="x"/>[time] in place with coefficients that stand still. [audio-thread]</summary>
    public unsafe void Process(float* x, int frames, in FilterCoefficients coefficients)
    {
        var filter = this; // A local copy stays in registers.
        var still = coefficients;
        for (var t = 0; t < frames; t++)
            x[t] = filter.Process(x[t], still);
        this = filter;
    }
}
