using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Effect.Tests.Files;

public sealed class FileSlotTests
{
    [Fact]
    public void Whoever_sees_nothing_pending_finds_every_wish_answered()
    {
        var slot = new RefusingSlot(new object());
        using var stop = new CancellationTokenSource();
        var loader = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
                slot.TryWork();
        });
        loader.Start();

        var early = 0;
        for (var wish = 1; wish <= 20_000; wish++)
        {
            slot.RequestNumber(1);
            while (slot.IsPending)
            {
            }

            early += slot.Answers < wish ? 1 : 0;
            SpinWait.SpinUntil(() => slot.Answers == wish);
        }

        stop.Cancel();
        loader.Join();
        slot.Dispose();
        Assert.Equal(0, early);
    }

    // Looks for files that no folder has; counts how often.
    private sealed class RefusingSlot(object gate) : FileSlot(gate, new RecordedHost())
    {
        private int _answers;

        public int Answers => Volatile.Read(ref _answers);

        protected override string Noun => "nothing";

        protected override ReadOnlySpan<string> Extensions
        {
            get
            {
                Interlocked.Increment(ref _answers);
                return [];
            }
        }

        public override SharedResource? HoldLoaded() => null;

        protected override SharedResource Load(FoundFile file) => throw new InvalidOperationException("No file is ever found");

        protected override FileChange Take(SharedResource? loaded) => FileChange.None;
    }
}
