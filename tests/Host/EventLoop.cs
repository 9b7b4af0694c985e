using System.Runtime.InteropServices;

namespace NamPlugin.Host;

/// <summary>The timers and file descriptors that a plugin left with its host's main thread.</summary>
internal sealed unsafe partial class EventLoop
{
    private readonly Dictionary<uint, Timer> _timers = [];
    private readonly Dictionary<int, (uint Events, Action<uint> Ready)> _descriptors = [];
    private uint _nextTimer = 1;

    /// <summary>Timers that run.</summary>
    public int TimerCount => _timers.Count;

    /// <summary>File descriptors that are watched.</summary>
    public int DescriptorCount => _descriptors.Count;

    /// <summary>Adds a timer that calls with its own number.</summary>
    public uint AddTimer(uint periodMilliseconds, Action<uint> due)
    {
        var period = Math.Max(1, periodMilliseconds);
        _timers.Add(_nextTimer, new Timer(period, Environment.TickCount64 + period, due));
        return _nextTimer++;
    }

    public bool TryRemoveTimer(uint id) => _timers.Remove(id);

    /// <summary>Watches a descriptor.</summary>
    /// <param name="descriptor">Which.</param>
    /// <param name="events">poll(2)'s events.</param>
    /// <param name="ready">Called with poll(2)'s answer.</param>
    public bool TryAddDescriptor(int descriptor, uint events, Action<uint> ready) => _descriptors.TryAdd(descriptor, (events, ready));

    public bool TryRemoveDescriptor(int descriptor) => _descriptors.Remove(descriptor);

    /// <summary>Calls every timer that is due and every descriptor that is ready, each once. What they add or remove meanwhile counts at once.</summary>
    public void RunOnce()
    {
        foreach (var (id, timer) in _timers.ToArray())
        {
            var now = Environment.TickCount64;
            if (now < timer.Due || !_timers.ContainsKey(id))
                continue;
            _timers[id] = timer with { Due = now + timer.PeriodMilliseconds };
            timer.Call(id);
        }

        foreach (var (descriptor, (events, ready)) in _descriptors.ToArray())
        {
            var question = new PollQuestion { Descriptor = descriptor, Events = (short)events };
            if (_descriptors.ContainsKey(descriptor) && Poll(&question, 1, 0) > 0)
                ready((ushort)question.Answer);
        }
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollQuestion* questions, nuint count, int timeoutMilliseconds);

    private readonly record struct Timer(uint PeriodMilliseconds, long Due, Action<uint> Call);

    private struct PollQuestion
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
