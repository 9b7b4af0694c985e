using NamPlugin.Plugin.Effect;
using NPlug;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>The parameter table as NPlug's model, with the values that the host shows; what sounds is the effect's.</summary>
internal sealed class NPlugModel : AudioProcessorModel
{
    /// <summary>The default values. [main-thread]</summary>
    public NPlugModel()
    {
        foreach (var parameter in ParameterTable.All)
            AddParameter(new NPlugParameter(parameter));
    }

    /// <summary>Shows values in plain units, in the order of the table. [main-thread]</summary>
    public void Show(ReadOnlySpan<double> plain)
    {
        foreach (var parameter in ParameterTable.All)
            ((NPlugParameter)GetParameterByIndex(parameter.Index)).Show(plain[parameter.Index]);
    }

    /// <summary>Shows what sounds. [main-thread]</summary>
    public void Show(PluginEffect effect)
    {
        Span<double> plain = stackalloc double[ParameterTable.All.Length];
        foreach (var parameter in ParameterTable.All)
            plain[parameter.Index] = effect.GetValue(parameter.Index);
        Show(plain);
    }
}
