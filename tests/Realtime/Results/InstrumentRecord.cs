using NamPlugin.Realtime.Playing;

namespace NamPlugin.Realtime.Results;

/// <summary>What was seen of a process function that does in each block, once, all that must not be done.</summary>
internal sealed record InstrumentRecord(int Blocks, CallSummary Calls, long Waits, long PageFaults, long ControlWords)
{
    private const int TestBlocks = 16;

    /// <summary>Whether all of it was seen: only then does it mean something that nothing was seen of a plugin.</summary>
    public bool IsTrustworthy =>
        Calls is { Allocations: TestBlocks, Releases: TestBlocks, Mappings: 2 * TestBlocks, Locks: TestBlocks }
        && Calls is { Waits: TestBlocks, Files: TestBlocks, SystemCalls: TestBlocks }
        && Waits >= TestBlocks && PageFaults >= TestBlocks && ControlWords == TestBlocks;

    /// <summary>Plays that function.</summary>
    public static InstrumentRecord Measure(PlayerSettings settings)
    {
        // One more: the first block is counted apart.
        using var player = new Player(settings with { Blocks = TestBlocks + 1 });
        player.AddControl(PlayerLibrary.ControlMisbehave);
        player.Start(Player.Now());
        player.Join();

        long waits = 0, faults = 0;
        foreach (ref readonly var record in player.Records[1..])
            (waits, faults) = (waits + record.Waits, faults + record.PageFaults);
        return new InstrumentRecord(TestBlocks, CallSummary.Of(player.Outcome.Rest), waits, faults, player.Outcome.ControlWords - 1);
    }
}
