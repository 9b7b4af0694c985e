namespace NamPlugin.Plugin.Effect;

/// <summary>
/// What the host wants shown at each parameter: hardware that is mapped to it, automation that moves it. Written by the host's main thread and read
/// by an editor on any; no reader ever waits or sees half of a change. Nothing of it is saved.
/// </summary>
public sealed class ParameterIndications
{
    private const long HasColor = 1 << 8;
    private const int ColorShift = 32;

    private readonly ParameterMapping?[] _mappings = new ParameterMapping?[ParameterTable.All.Length];

    // State, whether there is a colour, and the colour, in one word that is written at once.
    private readonly long[] _automation = new long[ParameterTable.All.Length];
    private int _version;

    /// <summary>Another number after every change: what to look at to know whether to draw again. [thread-safe]</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>The hardware on a parameter, or null. [thread-safe]</summary>
    public ParameterMapping? MappingOf(int index) => Volatile.Read(ref _mappings[index]);

    /// <summary>The automation of a parameter, and the colour to show it in, if the host gave one. [thread-safe]</summary>
    public (AutomationState State, ArgbColor? Color) AutomationOf(int index)
    {
        var packed = Volatile.Read(ref _automation[index]);
        return ((AutomationState)(byte)packed, (packed & HasColor) != 0 ? ArgbColor.Unpack((uint)(packed >> ColorShift)) : null);
    }

    /// <summary>Puts hardware on a parameter, or takes it away. [main-thread]</summary>
    public void SetMapping(int index, ParameterMapping? mapping)
    {
        if (Equals(_mappings[index], mapping))
            return;
        Volatile.Write(ref _mappings[index], mapping);
        Interlocked.Increment(ref _version);
    }

    /// <summary>Says what automation does. [main-thread]</summary>
    public void SetAutomation(int index, AutomationState state, ArgbColor? color)
    {
        var packed = (long)state | (color is { } shown ? HasColor | (long)shown.Packed << ColorShift : 0);
        if (_automation[index] == packed)
            return;
        Volatile.Write(ref _automation[index], packed);
        Interlocked.Increment(ref _version);
    }
}
