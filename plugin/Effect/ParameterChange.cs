namespace NamPlugin.Plugin.Effect;

/// <summary>One parameter takes a value at one frame of a block.</summary>
/// <param name="Frame">The first frame that hears it.</param>
/// <param name="Index">Position in <see cref="ParameterTable.All"/>.</param>
/// <param name="Value">A plain value, in the parameter's unit; or, for a modulation, an amount added to it.</param>
/// <param name="IsModulation">Whether <paramref name="Value"/> is an offset that is not kept (CLAP's parameter modulation).</param>
public readonly record struct ParameterChange(int Frame, int Index, double Value, bool IsModulation = false);
