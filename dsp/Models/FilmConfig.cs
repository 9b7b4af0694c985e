namespace NamPlugin.Dsp.Models;

/// <summary>Feature-wise linear modulation in one place: out = in * scale(condition) [+ shift(condition)].</summary>
/// <param name="Active">False: the place is not modulated and has no weights.</param>
/// <param name="Shift">Whether the 1x1 convolution also yields a shift.</param>
/// <param name="Groups">Groups of that convolution.</param>
public readonly record struct FilmConfig(bool Active, bool Shift, int Groups)
{
    /// <summary>A place that is not modulated.</summary>
    public static FilmConfig Inactive => new(Active: false, Shift: false, Groups: 1);
}
