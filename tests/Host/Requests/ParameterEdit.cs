namespace NamPlugin.Host.Requests;

/// <summary>A change that the plugin reported to its host, as when somebody turns a knob of the editor.</summary>
/// <param name="Kind">Begin, value or end.</param>
/// <param name="ParameterId">Which parameter.</param>
/// <param name="Value">Plain in CLAP, normalised in VST3; 0 for begin and end.</param>
public readonly record struct ParameterEdit(ParameterEditKind Kind, uint ParameterId, double Value);
