namespace NamPlugin.Plugin.Effect;

/// <summary>How the range of a parameter is spread over the travel of a control.</summary>
public enum ParameterScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>By ratios, as frequencies and times are heard.</summary>
    Logarithmic,
}
