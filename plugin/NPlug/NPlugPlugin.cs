using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3;
using NPlug;
using IBStream = NamPlugin.Plugin.Vst3.Abi.IBStream;
using RestartFlags = NamPlugin.Plugin.Vst3.Abi.RestartFlags;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// One instance in a host, by way of NPlug: component and controller in one object, as in the shell of our own, so that sessions of one open in
/// the other. Here are its life and its state. NPlug takes no refusal but an exception, and answers the host with it.
/// </summary>
internal sealed partial class NPlugPlugin : AudioProcessor<NPlugModel>, IAudioProcessor, IAudioController, IDisposable
{
    // NPlug does not reach the loop that a host may lend, so another latency is told in the host's own calls only; a state's files are there after this.
    private static readonly TimeSpan WaitForFilesOfState = TimeSpan.FromMilliseconds(200);

    private readonly PendingChanges _changes = new();
    private readonly PluginEffect _effect;
    private readonly Vst3Processor _processor;

    /// <summary>A fresh instance. [main-thread]</summary>
    public NPlugPlugin()
        : base(AudioSampleSizeSupport.Any)
    {
        _effect = new PluginEffect(_changes);
        _processor = new Vst3Processor(_effect);

        // NPlug's model shows zeros until it is told, whatever the defaults are.
        Model.Show(_effect);
    }

    /// <summary>The class of the component, which is its own controller.</summary>
    public static Guid ClassId { get; } = Guid.ParseExact(PluginIdentity.Vst3ComponentId, "N");

    /// <inheritdoc/>
    public override Guid ControllerClassId => ClassId;

    /// <summary>Ends the instance: nobody holds it any more. [main-thread]</summary>
    public void Dispose()
    {
        Model.Dispose();
        _effect.Dispose();
    }

    /// <inheritdoc/>
    protected override bool Initialize(AudioHostApplication host)
    {
        _changes.BelongHere();
        return true;
    }

    /// <inheritdoc/>
    protected override void Terminate()
    {
        RequireInitialized();
        _processor.SetActive(false);
        _handler = null;
    }

    /// <inheritdoc/>
    protected override void OnActivate(bool isActive)
    {
        RequireInitialized();
        _processor.SetActive(isActive);
        AnnounceChanges();
    }

    void IAudioProcessor.SetState(Stream streamInput)
    {
        var stream = NPlugStreams.Current;
        using (var state = ReadAll(stream, out var length))
        {
            if (!_effect.TryLoadState(state.Span[..length], StateContext.Of(stream), StateContext.FolderOf(stream)))
                throw NoState();
        }

        if (_processor.IsActive)
            _effect.WaitForFiles(WaitForFilesOfState);

        // The host knows what it has just set; it hears only of what follows from it.
        _changes.ForgetValues();
        Model.Show(_effect);

        // As in the shell of our own, and for the same host: elsewhere it may hold a lock around this call.
        if (_processor.AwaitsFirstBlock)
            AnnounceChanges();
    }

    void IAudioProcessor.GetState(Stream streamOutput)
    {
        var stream = NPlugStreams.Current;
        using var state = _effect.SaveState(StateContext.Of(stream));
        if (!StreamBytes.TryWrite(stream, state.Span))
            throw new IOException("The host's stream takes no more.");
    }

    void IAudioController.SetComponentState(Stream streamInput)
    {
        var stream = NPlugStreams.Current;
        Span<double> plain = stackalloc double[ParameterTable.All.Length];
        using (var state = ReadAll(stream, out var length))
        {
            if (!_effect.TryReadValues(state.Span[..length], plain, StateContext.Of(stream)))
                throw NoState();
        }

        Model.Show(plain);
    }

    // All there is to keep is in the component's state.
    void IAudioController.SetState(Stream streamInput)
    {
    }

    void IAudioController.GetState(Stream streamOutput)
    {
    }

    private static NativeBuffer<byte> ReadAll(IBStream stream, out int length)
    {
        if (StreamBytes.TryRead(stream, PluginEffect.LongestStateBytes, out var bytes, out length))
            return bytes;
        bytes.Dispose();
        throw NoState();
    }

    private static InvalidDataException NoState() => new("This is no state of the plugin.");

    private void RequireInitialized()
    {
        if (Host is null)
            throw new InvalidOperationException("The instance is not initialized.");
    }

    // The host may call back at once, so nothing may be half done here.
    private void AnnounceChanges()
    {
        var changes = _changes.Take(out var isUnsaved);
        if (changes.HasFlag(RestartFlags.ParameterValuesChanged))
            Model.Show(_effect);
        if (changes != RestartFlags.None)
            _handler?.RestartComponent((AudioRestartFlags)changes);
        if (isUnsaved && _handler is { IsAdvancedEditSupported: true } handler)
            handler.SetDirty(true);
    }
}
