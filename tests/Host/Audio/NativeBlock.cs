namespace NamPlugin.Host.Audio;

/// <summary>What a process call works on, where it stays for all blocks: 32-bit planes and the changes of one parameter.</summary>
internal readonly record struct NativeBlock
{
    /// <summary>float *const *, x[channel][time].</summary>
    public required nint Input { get; init; }

    /// <summary>float *const *, y[channel][time].</summary>
    public required nint Output { get; init; }

    /// <summary>Frames of every block.</summary>
    public required int Frames { get; init; }

    /// <summary>clap_input_events.</summary>
    public required nint ClapChanges { get; init; }

    /// <summary>clap_output_events.</summary>
    public required nint ClapAnswers { get; init; }

    /// <summary>IParameterChanges.</summary>
    public required nint Vst3Changes { get; init; }
}
