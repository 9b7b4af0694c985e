namespace NamPlugin.Dsp.Convolution;

/// <summary>
/// Spreads the phases of one block's work evenly over the slots of the following block. Which unit is done in which slot depends on nothing
/// but the level, so the additions of a stream happen in the same order however its host cuts it.
/// </summary>
internal sealed class WorkSchedule
{
    private readonly WorkSlice[] _slices;
    private readonly int[] _slotBegin;
    private readonly long[] _slotCost;

    /// <summary>Plans one level. [main-thread]</summary>
    /// <param name="phases">Units of each phase and what one unit costs, in multiply-adds.</param>
    /// <param name="slots">Slots to spread the work over.</param>
    public WorkSchedule(ReadOnlySpan<(int Units, long UnitCost)> phases, int slots)
    {
        long total = 0;
        foreach (var (units, unitCost) in phases)
            total += units * unitCost;

        var slices = new List<WorkSlice>();
        _slotBegin = new int[slots + 1];
        _slotCost = new long[slots];
        var phase = 0;
        var unit = 0;
        long done = 0;
        for (var slot = 0; slot < slots; slot++)
        {
            var before = done;
            var target = total * (slot + 1) / slots;
            while (done < target)
            {
                var (units, unitCost) = phases[phase];
                var count = (int)Math.Min(units - unit, (target - done + unitCost - 1) / unitCost);
                slices.Add(new WorkSlice(phase, unit, unit + count));
                done += count * unitCost;
                unit += count;
                if (unit == units)
                {
                    phase++;
                    unit = 0;
                }
            }

            _slotBegin[slot + 1] = slices.Count;
            _slotCost[slot] = done - before;
        }

        _slices = [.. slices];
    }

    /// <summary>Number of slots in a block.</summary>
    public int SlotCount => _slotCost.Length;

    /// <summary>What is to be done in a slot, in order. [audio-thread]</summary>
    public ReadOnlySpan<WorkSlice> Slot(int slot) => _slices.AsSpan(_slotBegin[slot].._slotBegin[slot + 1]);

    /// <summary>Multiply-adds of a slot.</summary>
    public long Cost(int slot) => _slotCost[slot];
}
