using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>
/// What the host shows and the user turns: a value from 0 to 1 for every parameter, and the way to tell the host about changes of our own.
/// The values are apart from those that sound. A host sets both, these at once and those with the block they belong to; writing one through to
/// the other would move automation from its sample.
/// </summary>
internal sealed unsafe class Vst3Controller : IDisposable
{
    private readonly double[] _normalized = new double[ParameterTable.All.Length];
    private IComponentHandler _handler;
    private IComponentHandler2 _handler2;

    /// <summary>The default values. [main-thread]</summary>
    public Vst3Controller()
    {
        foreach (var parameter in ParameterTable.All)
            Show(parameter, parameter.Default);
    }

    /// <summary>The value of the parameter at an index, from 0 to 1. [main-thread]</summary>
    public double this[int index]
    {
        get => _normalized[index];
        set => _normalized[index] = Math.Clamp(value, 0, 1);
    }

    /// <summary>Shows what sounds. [main-thread]</summary>
    public void Show(PluginEffect effect)
    {
        foreach (var parameter in ParameterTable.All)
            Show(parameter, effect.GetValue(parameter.Index));
    }

    /// <summary>Shows values in plain units, in the order of the table. [main-thread]</summary>
    public void Show(ReadOnlySpan<double> plain)
    {
        foreach (var parameter in ParameterTable.All)
            Show(parameter, plain[parameter.Index]);
    }

    /// <summary>Takes the host's ear, or null when it leaves. [main-thread]</summary>
    public void SetHandler(IComponentHandler handler)
    {
        // The new one first: it may be the old one.
        if (!handler.IsNull)
            FUnknown.AddRef(handler.Instance);
        var handler2 = new IComponentHandler2(handler.IsNull ? null : FUnknown.Query(handler.Instance, IComponentHandler2.Iid));
        Dispose();
        (_handler, _handler2) = (handler, handler2);
    }

    /// <summary>Has the host look again at what changed by itself, and save it. The host may call back before this returns. [main-thread]</summary>
    public void Announce(RestartFlags changes, bool isUnsaved)
    {
        if (changes != RestartFlags.None && !_handler.IsNull)
            _handler.RestartComponent(changes);
        if ((isUnsaved || changes.HasFlag(RestartFlags.ParameterValuesChanged)) && !_handler2.IsNull)
            _handler2.SetDirty();
    }

    /// <summary>Lets the host go. [main-thread]</summary>
    public void Dispose()
    {
        FUnknown.Release(_handler.Instance);
        FUnknown.Release(_handler2.Instance);
        (_handler, _handler2) = (default, default);
    }

    private void Show(Parameter parameter, double plain) => _normalized[parameter.Index] = parameter.ToNormalized(plain);
}
