namespace NamPlugin.Dsp.Metering;

/// <summary>
/// Integrated loudness after ITU-R BS.1770-4: K-weighted power in blocks of 400 ms that overlap by 75 %, gated at -70 LUFS and again 10 LU below the
/// level of what passed. Takes a recording in pieces of any size, at any sample rate. [main-thread]
/// </summary>
public sealed unsafe class LoudnessMeter
{
    private const double AbsoluteGateLufs = -70;
    private const double RelativeGateLu = -10;
    private const int StepsPerBlock = 4;
    private const int StepsPerSecond = 10;

    private readonly int _sampleRateHz;
    private readonly KWeighting[] _filters;
    private readonly double[] _weights;
    private readonly List<double> _stepPowers = [];
    private double _stepEnergy;
    private long _stepStart;
    private long _position;

    /// <summary>A meter for one recording.</summary>
    /// <param name="sampleRateHz">Frames per second.</param>
    /// <param name="channels">Number of channels.</param>
    /// <param name="channelWeights">
    /// Power weight per channel (1.41 for surrounds, 0 for the subwoofer); empty counts every channel fully, as is right for mono and stereo.
    /// </param>
    /// <exception cref="ArgumentException">There are weights, but not one per channel.</exception>
    public LoudnessMeter(int sampleRateHz, int channels, ReadOnlySpan<double> channelWeights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRateHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        if (!channelWeights.IsEmpty && channelWeights.Length != channels)
            throw new ArgumentException($"{channelWeights.Length} weights for {channels} channels.", nameof(channelWeights));
        _sampleRateHz = sampleRateHz;
        _filters = new KWeighting[channels];
        Array.Fill(_filters, new KWeighting(sampleRateHz));
        _weights = new double[channels];
        if (channelWeights.IsEmpty)
            Array.Fill(_weights, 1);
        else
            channelWeights.CopyTo(_weights);
    }

    /// <summary>
    /// Loudness of everything added so far in LUFS; negative infinity when no block of 400 ms is louder than -70 LUFS, as in silence or in a sound too short to measure.
    /// </summary>
    public double IntegratedLufs
    {
        get
        {
            var blocks = new List<double>();
            for (var first = 0; first + StepsPerBlock <= _stepPowers.Count; first++)
            {
                var power = 0.0;
                for (var step = 0; step < StepsPerBlock; step++)
                    power += _stepPowers[first + step];
                blocks.Add(power / StepsPerBlock);
            }

            var loud = MeanAbove(blocks, AbsoluteGateLufs);
            return ToLufs(MeanAbove(blocks, Math.Max(AbsoluteGateLufs, ToLufs(loud) + RelativeGateLu)));
        }
    }

    /// <summary>Adds the next frames, <c>planes[channel][time]</c>.</summary>
    public void Add(float** planes, int frames)
    {
        for (var done = 0; done < frames;)
        {
            // Step ends are computed from the start of the recording, so that rates which ten does not divide keep their time.
            var stepEnd = (_stepPowers.Count + 1L) * _sampleRateHz / StepsPerSecond;
            var count = (int)Math.Min(frames - done, stepEnd - _position);
            for (var channel = 0; channel < _filters.Length; channel++)
                _stepEnergy += _weights[channel] * Energy(ref _filters[channel], new ReadOnlySpan<float>(planes[channel] + done, count));
            _position += count;
            done += count;
            if (_position < stepEnd)
                continue;
            _stepPowers.Add(_stepEnergy / Math.Max(1, stepEnd - _stepStart));
            _stepEnergy = 0;
            _stepStart = stepEnd;
        }
    }

    private static double Energy(ref KWeighting filter, ReadOnlySpan<float> samples)
    {
        var local = filter;
        var energy = 0.0;
        foreach (var sample in samples)
        {
            var weighted = local.Process(sample);
            energy += weighted * weighted;
        }

        filter = local;
        return energy;
    }

    private static double MeanAbove(List<double> powers, double gateLufs)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var power in powers)
        {
            if (ToLufs(power) <= gateLufs)
                continue;
            sum += power;
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double ToLufs(double power) => -0.691 + (10 * Math.Log10(power));
}
