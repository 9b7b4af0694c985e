namespace NamPlugin.Realtime.Results;

/// <summary>What the main thread had the plugin do meanwhile, and the managed bytes that each took on that thread.</summary>
internal sealed record MainThreadRecord(int Loads, int Saves, int Texts, double BytesPerLoad, double BytesPerSave, double BytesPerText)
{
    /// <summary>Reads it.</summary>
    public static MainThreadRecord Of(MainThreadWork work) => new(
        work.Loads.Count, work.Saves.Count, work.Texts.Count, Each(work.Loads), Each(work.Saves), Each(work.Texts));

    private static double Each(WorkTally tally) => tally.Count == 0 ? 0 : Math.Round((double)tally.ManagedBytes / tally.Count);
}
