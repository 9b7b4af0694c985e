namespace NamPlugin.Dsp.Convolution;

/// <summary>A piece of one phase of a level's work.</summary>
/// <param name="Phase">Index into the phases, in the order they are done.</param>
/// <param name="From">First unit of the phase.</param>
/// <param name="To">One behind the last unit.</param>
internal readonly record struct WorkSlice(int Phase, int From, int To);
