using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Chain;

/// <summary>
/// The gains that follow from what a capture states about levels ('.nam' section 10). An interface is described by one number: the dBu RMS
/// of a 1 kHz sine that meets 0 dBFS peak, taken alike for its inputs and outputs.
/// </summary>
public static class LevelCalibration
{
    /// <summary>Where <see cref="OutputMode.Normalized"/> puts a capture's loudness, in dB.</summary>
    public const double NormalizedLoudnessDb = -18.0;

    /// <summary>The gain before the model that makes it hear the level that the captured device heard. [audio-thread]</summary>
    public static LevelGain Input(ModelMetadata metadata, bool calibrate, double interfaceDbu) =>
        calibrate ? From(interfaceDbu - metadata.InputLevelDbu) : default;

    /// <summary>The gain after the model for an output mode. [audio-thread]</summary>
    public static LevelGain Output(ModelMetadata metadata, OutputMode mode, double interfaceDbu) => mode switch
    {
        OutputMode.Normalized => From(NormalizedLoudnessDb - metadata.LoudnessDb),
        OutputMode.Calibrated => From(metadata.OutputLevelDbu - interfaceDbu),
        _ => default,
    };

    private static LevelGain From(double? gainDb) =>
        gainDb is { } known && double.IsFinite(known) ? new LevelGain(known, LevelStatus.Applied) : new LevelGain(0.0, LevelStatus.Unknown);
}
