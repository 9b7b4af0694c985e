using System.IO.Pipes;
using NamPlugin.Host;

namespace NamPlugin.Plugin.Tests.Hosting;

public sealed class EventLoopTests
{
    [Fact]
    public void A_timer_is_called_with_its_number_until_it_is_removed()
    {
        var loop = new EventLoop();
        var calls = new List<uint>();
        var first = loop.AddTimer(1, calls.Add);
        var second = loop.AddTimer(100_000, calls.Add);

        Assert.True(SpinWait.SpinUntil(() => RunOnce(loop, calls) >= 3, 10_000));

        Assert.All(calls, id => Assert.Equal(first, id));
        Assert.True(loop.TryRemoveTimer(first));
        Assert.False(loop.TryRemoveTimer(first));
        Assert.Equal(1, loop.TimerCount);
        Assert.True(loop.TryRemoveTimer(second));
    }

    [Fact]
    public void A_descriptor_is_called_when_it_can_be_read()
    {
        const uint readable = 1;
        using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        using var client = new AnonymousPipeClientStream(PipeDirection.In, server.ClientSafePipeHandle);
        var descriptor = (int)client.SafePipeHandle.DangerousGetHandle();
        var loop = new EventLoop();
        var answers = new List<uint>();
        Assert.True(loop.TryAddDescriptor(descriptor, readable, answers.Add));
        Assert.False(loop.TryAddDescriptor(descriptor, readable, answers.Add));

        loop.RunOnce();
        Assert.Empty(answers);
        server.WriteByte(1);
        loop.RunOnce();

        Assert.Equal([readable], answers);
        Assert.True(loop.TryRemoveDescriptor(descriptor));
        loop.RunOnce();
        Assert.Single(answers);
    }

    private static int RunOnce(EventLoop loop, List<uint> calls)
    {
        loop.RunOnce();
        return calls.Count;
    }
}
