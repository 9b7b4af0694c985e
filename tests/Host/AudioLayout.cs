namespace NamPlugin.Host;

/// <summary>Channels of the one input bus and the one output bus.</summary>
/// <param name="Inputs">Channels going in.</param>
/// <param name="Outputs">Channels coming out.</param>
public readonly record struct AudioLayout(int Inputs, int Outputs)
{
    /// <summary>One in, one out.</summary>
    public static AudioLayout Mono => new(1, 1);

    /// <summary>One in, two out.</summary>
    public static AudioLayout MonoToStereo => new(1, 2);

    /// <summary>Two in, two out.</summary>
    public static AudioLayout Stereo => new(2, 2);

    /// <summary>As in <c>1->2</c>.</summary>
    public override string ToString() => $"{Inputs}->{Outputs}";
}
