namespace NamPlugin.Plugin.Effect;

/// <summary>A knob of some hardware that the host has put a parameter on.</summary>
/// <param name="Color">The colour to mark it with; null where the host gives none.</param>
/// <param name="Label">A short name of the knob, perhaps empty.</param>
/// <param name="Description">A sentence for a tooltip, perhaps empty.</param>
public sealed record ParameterMapping(ArgbColor? Color, string Label, string Description);
