namespace NamPlugin.Host.Vst3;

/// <content>State: the component's bytes are the session's; the controller is shown them after every load.</content>
internal sealed unsafe partial class Vst3HostedPlugin
{
    public override byte[] SaveState()
    {
        using var stream = new HostStream([], StreamChunkBytes);
        Require(_component->Table->GetState(_component, stream.Pointer), "getState");
        CheckReleased(stream);
        return stream.ToArray();
    }

    public override bool TryLoadState(ReadOnlySpan<byte> state)
    {
        using var stream = new HostStream(state, StreamChunkBytes);
        if (_component->Table->SetState(_component, stream.Pointer) != Vst3Result.Ok)
            return false;
        stream.Rewind();
        Require(_controller->Table->SetComponentState(_controller, stream.Pointer), "setComponentState");
        CheckReleased(stream);
        lock (_played)
            _played.Clear();
        return true;
    }

    // A controller knows nothing of its component's values until it is shown them.
    private void SendComponentState()
    {
        using var stream = new HostStream(SaveState(), StreamChunkBytes);
        Require(_controller->Table->SetComponentState(_controller, stream.Pointer), "setComponentState");
        CheckReleased(stream);
    }

    private void CheckReleased(HostStream stream)
    {
        if (stream.ReferencesOfOthers > 0)
            Requests.Violations.Enqueue("keeps a reference to a state's stream");
    }
}
