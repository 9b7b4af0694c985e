namespace NamPlugin.Cli.Reamp;

/// <summary>Where a performance takes its sound from.</summary>
internal interface IRecordingSource : IDisposable
{
    /// <summary>Frames per second.</summary>
    int SampleRateHz { get; }

    /// <summary>Length in frames.</summary>
    long Frames { get; }

    /// <summary>Channels that <see cref="Read"/> fills.</summary>
    int Channels { get; }

    /// <summary>Fills the next at most <see cref="PlaneBlock.Frames"/> frames; silence where the recording has ended.</summary>
    void Read(PlaneBlock target, int frames);
}
