namespace NamPlugin.Cli.Reamp;

/// <summary>What turns one recording into its reamped form, block by block, with all memory of its own.</summary>
internal unsafe interface IRecordingPlayer : IDisposable
{
    /// <summary>Channels that <see cref="Process"/> reads.</summary>
    int InputChannels { get; }

    /// <summary>Channels that <see cref="Process"/> writes.</summary>
    int OutputChannels { get; }

    /// <summary>By how many frames the output comes late.</summary>
    int LatencySamples { get; }

    /// <summary>Width switches that were heard, on the first channel.</summary>
    int CompletedSwitches { get; }

    /// <summary>Asks every model for a width from the next frame on.</summary>
    void SetWidth(double width);

    /// <summary>Takes the width at once and forgets everything heard.</summary>
    void Reset();

    /// <summary>Plays x[channel][time] to y[channel][time].</summary>
    void Process(float** input, float** output, int frames);
}
