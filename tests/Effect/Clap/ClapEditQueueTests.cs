using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap;
using NamPlugin.Plugin.Clap.Abi;

namespace NamPlugin.Effect.Tests.Clap;

public sealed unsafe class ClapEditQueueTests : IDisposable
{
    private readonly ClapEditQueue _queue = new();
    private readonly Inbox _inbox = new();

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Edits_arrive_as_live_events_at_the_blocks_start_for_every_note()
    {
        Assert.True(_queue.TryPost(ClapEdit.Begin(10), ClapEdit.Change(10, -3.5), ClapEdit.End(10)));
        Send();

        Assert.Equal([new(7, 10, 0), new(5, 10, -3.5), new(8, 10, 0)], _inbox.Edits);
        Assert.All(_inbox.Headers, header => Assert.Equal((0u, (ushort)0, 1u), (header.Time, header.SpaceId, header.Flags)));
        Assert.Equal([20u, 56u, 20u], _inbox.Headers.Select(header => header.Size));
        Assert.Equal((-1, (short)-1, (short)-1, (short)-1), _inbox.Addressed);
    }

    [Fact]
    public void What_a_host_has_no_room_for_comes_with_the_next_block()
    {
        for (uint number = 0; number < 100; number++)
            Assert.True(_queue.TryPost(ClapEdit.Change(number, number)));
        for (var block = 0; block < 20; block++)
        {
            _inbox.Room = 7;
            Send();
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(number => (uint)number), _inbox.Edits.Select(edit => edit.ParameterId));
    }

    [Fact]
    public void Nothing_is_lost_or_cut_when_the_queue_is_full()
    {
        var posted = 0;
        while (_queue.TryPost(ClapEdit.Begin(1), ClapEdit.Change(1, posted), ClapEdit.End(1)))
            posted++;
        _queue.Send(null);
        Send();

        Assert.Equal(3 * posted, _inbox.Edits.Count);
        Assert.Equal(Enumerable.Range(0, posted).Select(value => (double)value), _inbox.Edits.Where(edit => edit.EventType == 5).Select(edit => edit.Value));
        Assert.True(_queue.TryPost(ClapEdit.Begin(1)));
    }

    [Fact]
    public void One_thread_posts_while_another_sends()
    {
        const int edits = 100_000;
        var sender = new Thread(() =>
        {
            while (_inbox.Edits.Count < edits)
                Send();
        });
        sender.Start();
        for (var value = 0; value < edits;)
        {
            if (_queue.TryPost(ClapEdit.Change(1, value)))
                value++;
        }

        sender.Join();

        Assert.Equal(Enumerable.Range(0, edits).Select(value => (double)value), _inbox.Edits.Select(edit => edit.Value));
    }

    private void Send()
    {
        var handle = GCHandle.Alloc(_inbox);
        var list = new ClapOutputEvents { Context = (void*)GCHandle.ToIntPtr(handle), TryPush = &TryPush };
        _queue.Send(&list);
        handle.Free();
    }

    [UnmanagedCallersOnly]
    private static byte TryPush(ClapOutputEvents* list, ClapEventHeader* header)
    {
        var inbox = (Inbox)GCHandle.FromIntPtr((nint)list->Context).Target!;
        if (inbox.Room-- <= 0)
            return 0;
        inbox.Headers.Add(*header);
        if (header->Type != ClapEventHeader.ParameterValue)
        {
            inbox.Edits.Add(new ClapEdit(header->Type, ((ClapGestureEvent*)header)->ParameterId));
            return 1;
        }

        var value = (ClapParameterEvent*)header;
        inbox.Addressed = (value->NoteId, value->PortIndex, value->Channel, value->Key);
        inbox.Edits.Add(new ClapEdit(header->Type, value->ParameterId, value->Value));
        return 1;
    }

    private sealed class Inbox
    {
        public int Room { get; set; } = int.MaxValue;

        public List<ClapEdit> Edits { get; } = [];

        public List<ClapEventHeader> Headers { get; } = [];

        public (int Note, short Port, short Channel, short Key) Addressed { get; set; }
    }
}
