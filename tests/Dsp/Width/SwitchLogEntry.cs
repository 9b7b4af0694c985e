namespace NamPlugin.Dsp.Tests.Width;

/// <summary>How a switcher stood after a block.</summary>
internal readonly record struct SwitchLogEntry(int Samples, int Wanted, int Sounding, bool IsSwitching);
