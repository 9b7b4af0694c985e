namespace NamPlugin.Dsp.Chain;

/// <summary>A level correction.</summary>
/// <param name="GainDb">What to apply, in dB; 0 unless <see cref="LevelStatus.Applied"/>.</param>
/// <param name="Status">Whether that is what was asked for.</param>
public readonly record struct LevelGain(double GainDb, LevelStatus Status);
