namespace NamPlugin.Dsp.Convolution;

/// <summary>Which part of a recorded impulse response is worth computing.</summary>
internal static class ResponseTrim
{
    /// <summary>A part whose energy lies this far below the whole is silence, -100 dB.</summary>
    private const double SilenceShare = 1e-10;

    /// <summary>The channels without silence at the end and, if asked, at the beginning; cut and faded where they are too long.</summary>
    /// <param name="channels">x[channel][time], one length, not silent.</param>
    /// <param name="rateHz">Their sample rate.</param>
    /// <param name="options">What to do.</param>
    public static float[][] Apply(float[][] channels, int rateHz, ImpulseResponseOptions options)
    {
        var length = channels[0].Length;
        var energy = new double[length];
        foreach (var channel in channels)
        {
            for (var t = 0; t < length; t++)
                energy[t] += (double)channel[t] * channel[t];
        }

        double wholeEnergy = 0;
        foreach (var sample in energy)
            wholeEnergy += sample;
        var silence = SilenceShare * wholeEnergy;
        var end = length - Silent(energy, silence, fromEnd: true);
        var begin = options.TrimsLeadingSilence ? Silent(energy, silence, fromEnd: false) : 0;
        var longest = Math.Max(1, (int)Math.Round(options.MaximumSeconds * rateHz));
        var isCut = end - begin > longest;
        if (isCut)
            end = begin + longest;

        var trimmed = Array.ConvertAll(channels, channel => channel[begin..end]);
        if (isCut)
        {
            foreach (var channel in trimmed)
                FadeOut(channel.AsSpan(^Math.Min(channel.Length / 2, (int)Math.Round(options.FadeSeconds * rateHz))..));
        }

        return trimmed;
    }

    /// <summary>How many samples from one end hold no more than the given energy together.</summary>
    private static int Silent(double[] energy, double silence, bool fromEnd)
    {
        double sum = 0;
        for (var count = 0; count < energy.Length; count++)
        {
            sum += energy[fromEnd ? energy.Length - 1 - count : count];
            if (sum > silence)
                return count;
        }

        return energy.Length;
    }

    /// <summary>A falling half cosine: no step in value or slope at either end.</summary>
    private static void FadeOut(Span<float> x)
    {
        for (var t = 0; t < x.Length; t++)
            x[t] *= (float)(0.5 + (0.5 * Math.Cos(Math.PI * (t + 1) / (x.Length + 1))));
    }
}
