using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>
/// One instance in a host: component and controller in one object, so that the controller can say what the effect has become before it has the
/// host look. Here are its life, its interfaces and its state; what plays is the <see cref="Vst3Processor"/>, what is shown the
/// <see cref="Vst3Controller"/>, and how parameters look to VST3 the <see cref="Vst3Model"/>.
/// </summary>
internal sealed unsafe class Vst3Plugin : IEffectHost, IDisposable
{
    // The first is also the object itself: hosts compare what queryInterface gives for FUnknown.
    private static readonly (Iid Iid, nint Table)[] s_interfaces =
    [
        (IComponent.Iid, (nint)IComponent.Table),
        (IAudioProcessor.Iid, (nint)IAudioProcessor.Table),
        (IEditController.Iid, (nint)IEditController.Table),
        (IEditController2.Iid, (nint)IEditController2.Table),
        (IConnectionPoint.Iid, (nint)IConnectionPoint.Table),
        (IUnitInfo.Iid, (nint)IUnitInfo.Table),
        (IProcessContextRequirements.Iid, (nint)IProcessContextRequirements.Table),
        (IEventHandler.Iid, (nint)IEventHandler.Table),
        (IRuntimeCounters.Iid, (nint)IRuntimeCounters.Table),
    ];

    // Beside the flags of restartComponent.
    private const int SessionChanged = 1 << 30;

    // A host that lends no loop hears of another latency in its own calls only; a state's files are there after this.
    private static readonly TimeSpan WaitForFilesOfState = TimeSpan.FromMilliseconds(200);

    private readonly PluginEffect _effect;
    private readonly NativeBuffer<Face> _faces = new(s_interfaces.Length);
    private readonly Lock _bellGate = new();
    private MainThreadBell? _bell;
    private GCHandle _self;
    private uint _references = 1;
    private int _mainThread;
    private bool _isInitialized;
    private int _changes;

    private Vst3Plugin()
    {
        _effect = new PluginEffect(this);
        Processor = new Vst3Processor(_effect);
        _self = GCHandle.Alloc(this);
        for (var index = 0; index < s_interfaces.Length; index++)
            _faces[index] = new Face { Table = (void*)s_interfaces[index].Table, Owner = GCHandle.ToIntPtr(_self) };
    }

    public Vst3Processor Processor { get; }

    public Vst3Controller Controller { get; } = new();

    /// <summary>Whose interface a pointer is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vst3Plugin Of(Face* face) => Unsafe.As<Vst3Plugin>(GCHandle.FromIntPtr(face->Owner).Target!);

    /// <summary>A new instance by one of its interfaces, or null when it has no such one. [main-thread]</summary>
    public static void* Create(Iid iid)
    {
        var plugin = new Vst3Plugin();
        var face = plugin.Query(iid);
        plugin.Release();
        return face;
    }

    /// <summary>One of the interfaces, held for the caller, or null. [thread-safe]</summary>
    public void* Query(Iid iid)
    {
        var wanted = iid == FUnknown.Iid || iid == IPluginBase.Iid ? IComponent.Iid : iid;
        var face = FaceOf(wanted);
        if (face is not null)
            AddRef();
        return face;
    }

    private void* FaceOf(Iid iid)
    {
        for (var index = 0; index < s_interfaces.Length; index++)
        {
            if (s_interfaces[index].Iid == iid)
                return _faces.Pointer + index;
        }

        return null;
    }

    /// <summary>One more holder. [thread-safe]</summary>
    public uint AddRef() => Interlocked.Increment(ref _references);

    /// <summary>One holder less; the last one ends the instance. [thread-safe, the last one main-thread]</summary>
    public uint Release()
    {
        var left = Interlocked.Decrement(ref _references);
        if (left == 0)
            Dispose();
        return left;
    }

    /// <summary>Ends the instance: nobody holds it any more. [main-thread]</summary>
    public void Dispose()
    {
        HangBell(null);
        Controller.Dispose();
        _effect.Dispose();
        _self.Free();
        _faces.Dispose();
    }

    /// <summary>Begins a use. [main-thread]</summary>
    public Result Initialize()
    {
        if (_isInitialized)
            return Result.False;
        _mainThread = Environment.CurrentManagedThreadId;
        _isInitialized = true;
        return Result.Ok;
    }

    /// <summary>Ends a use. [main-thread]</summary>
    public Result Terminate()
    {
        if (!_isInitialized)
            return Result.NotInitialized;
        Processor.SetActive(false);
        HangBell(null);
        Controller.Dispose();
        _isInitialized = false;
        return Result.Ok;
    }

    /// <summary>Makes ready to play, or lets go. [main-thread]</summary>
    public Result SetActive(bool isOn)
    {
        if (!_isInitialized)
            return Result.NotInitialized;
        Processor.SetActive(isOn);
        AnnounceChanges();
        return Result.Ok;
    }

    /// <summary>Takes the host's ear. [main-thread]</summary>
    public void SetHandler(IComponentHandler handler)
    {
        _mainThread = Environment.CurrentManagedThreadId;
        HangBell(handler.Instance);
        Controller.SetHandler(handler);
        AnnounceChanges();
    }

    /// <summary>Something happened on another thread. [main-thread]</summary>
    public void Wake()
    {
        _bell?.Silence();
        AnnounceChanges();
    }

    /// <summary>The host shows a value. What sounds comes with a block. [main-thread]</summary>
    public void SetNormalized(int index, double normalized)
    {
        Controller[index] = normalized;
        AnnounceChanges();
    }

    /// <summary>Restores what sounds, and shows it. [main-thread]</summary>
    public Result SetState(IBStream stream)
    {
        var isRead = StreamBytes.TryRead(stream, PluginEffect.LongestStateBytes, out var bytes, out var length);
        using (bytes)
        {
            if (!isRead || !_effect.TryLoadState(bytes.Span[..length], StateContext.Of(stream), StateContext.FolderOf(stream)))
                return Result.False;
        }

        if (_bell is null && Processor.IsActive)
            _effect.WaitForFiles(WaitForFilesOfState);

        // The host knows what it has just set; it hears only of what follows from it.
        Interlocked.And(ref _changes, ~(int)RestartFlags.ParameterValuesChanged);
        Controller.Show(_effect);

        // Ardour 7 holds a lock while it loads a preset, and would wait for that lock when told, for ever. While it loads a session it does not, and
        // has to be told at once, because it asks for the latency before it sets the state and not again; then the instance is active and has not
        // played yet. One that is not active is asked again when it is.
        if (Processor.AwaitsFirstBlock)
            AnnounceChanges();
        return Result.Ok;
    }

    /// <summary>Shows a state that is, or will be, set to the component. Nothing sounds different for it. [main-thread]</summary>
    public Result SetComponentState(IBStream stream)
    {
        var isRead = StreamBytes.TryRead(stream, PluginEffect.LongestStateBytes, out var bytes, out var length);
        using (bytes)
        {
            Span<double> plain = stackalloc double[ParameterTable.All.Length];
            if (!isRead || !_effect.TryReadValues(bytes.Span[..length], plain, StateContext.Of(stream)))
                return Result.False;
            Controller.Show(plain);
        }

        return Result.Ok;
    }

    /// <summary>Saves what sounds. [main-thread]</summary>
    public Result GetState(IBStream stream)
    {
        using var state = _effect.SaveState(StateContext.Of(stream));
        return StreamBytes.TryWrite(stream, state.Span) ? Result.Ok : Result.False;
    }

    /// <inheritdoc/>
    void IEffectHost.RequestLatencyChange() => Note((int)RestartFlags.LatencyChanged);

    /// <inheritdoc/>
    void IEffectHost.NotifyValuesChanged() => Note((int)RestartFlags.ParameterValuesChanged);

    /// <inheritdoc/>
    void IEffectHost.NotifySessionChanged() => Note(SessionChanged);

    /// <inheritdoc/>
    /// <remarks>A VST3 host goes on processing whatever comes out.</remarks>
    void IEffectHost.RequestProcessing()
    {
    }

    /// <inheritdoc/>
    void IEffectHost.Report(string message) => StandardError.Write(message);

    private void Note(int change)
    {
        Interlocked.Or(ref _changes, change);
        if (Environment.CurrentManagedThreadId == _mainThread)
            return;
        lock (_bellGate)
            _bell?.Ring();
    }

    private void HangBell(void* host)
    {
        MainThreadBell? old;
        lock (_bellGate)
        {
            old = _bell;
            _bell = null;
        }

        old?.Dispose();
        var bell = MainThreadBell.TryHang(host, FaceOf(IEventHandler.Iid));
        lock (_bellGate)
            _bell = bell;
    }

    /// <summary>
    /// Tells the host what changed, if anything did. It may be told only on its main thread, which is where it gave us its ear. Without a loop of the
    /// host to call there, what changed waits for the host's next call, of those where it holds no lock of its own. It may call back at once, so
    /// nothing may be half done here. [main-thread; elsewhere nothing happens, since some hosts set values on audio threads]
    /// </summary>
    public void AnnounceChanges()
    {
        if (Volatile.Read(ref _changes) == 0 || Environment.CurrentManagedThreadId != _mainThread)
            return;
        var changes = Interlocked.Exchange(ref _changes, 0);
        var flags = (RestartFlags)(changes & ~SessionChanged);
        if (flags.HasFlag(RestartFlags.ParameterValuesChanged))
            Controller.Show(_effect);
        Controller.Announce(flags, isUnsaved: (changes & SessionChanged) != 0);
    }
}
