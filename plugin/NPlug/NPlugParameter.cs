using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3;
using NPlug;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>One parameter in NPlug's terms: what a host is told about it, and the value from 0 to 1 that the host shows.</summary>
internal sealed class NPlugParameter(Parameter parameter) : AudioParameter(Describe(parameter))
{
    /// <inheritdoc/>
    public override string ToString(double valueNormalized) => Vst3Model.ToText(parameter, valueNormalized).Text.ToString();

    /// <inheritdoc/>
    public override double ToPlain(double normalizedValue) => parameter.ToPlain(normalizedValue);

    /// <summary>Shows a value in the parameter's unit. [main-thread]</summary>
    public void Show(double plain) => NormalizedValue = parameter.ToNormalized(plain);

    private static AudioParameterInfo Describe(Parameter parameter)
    {
        var info = Vst3Model.Describe(parameter.Index);
        return new AudioParameterInfo((int)info.Id, parameter.Name)
        {
            ShortTitle = info.ShortTitle.Text.ToString(),
            Units = parameter.Unit,
            StepCount = info.StepCount,
            DefaultNormalizedValue = info.DefaultNormalized,
            Flags = (AudioParameterFlags)info.Flags,
        };
    }
}
