using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap;

/// <summary>One instance of the plugin in a CLAP host: the effect, how it is connected, and what the host was told of it.</summary>
internal sealed unsafe class ClapInstance(ClapHost* host) : IDisposable
{
    private readonly ClapEditQueue _edits = new();
    private PluginEffect? _effect;
    private TrackInfo? _track;
    private int _maximumFrames;
    private uint _toldTailSamples;

    /// <summary>What the host can be told and asked.</summary>
    public ClapHostBridge Host { get; } = new(host);

    /// <summary>The effect; null before <see cref="TryInitialize"/> and after <see cref="Dispose"/>.</summary>
    public PluginEffect? Effect => _effect;

    /// <summary>What the host wants shown at the parameters, for an editor.</summary>
    public ParameterIndications Indications { get; } = new();

    /// <summary>The track it sits on, for an editor; null where the host does not say. [thread-safe]</summary>
    public TrackInfo? Track => Volatile.Read(ref _track);

    /// <summary>The host's folders for files.</summary>
    public ResourceFolder Resources { get; } = new();

    /// <summary>How ports and channels are laid out; changes only while not active.</summary>
    public ClapPortLayout Layout { get; private set; } = ClapPortLayout.Stereo;

    /// <summary>Whether the host may send audio.</summary>
    public bool IsActive { get; private set; }

    /// <summary>The latency in force since activation: hosts compensate for this one until they activate again.</summary>
    public uint LatencySamples { get; private set; }

    /// <summary>Samples for which sound goes on after the input has ended. [thread-safe]</summary>
    public uint TailSamples => _effect is { } effect ? (uint)Math.Max(effect.TailSamples, 0) : 0;

    /// <summary>The instance behind what a host holds; null where it holds nothing. [thread-safe]</summary>
    public static ClapInstance? Of(ClapPlugin* plugin) =>
        plugin == null ? null : Unsafe.As<ClapInstance>(GCHandle.FromIntPtr(plugin->Instance).Target);

    /// <summary>Makes the effect: from here on the host may be asked things. [main-thread]</summary>
    public bool TryInitialize()
    {
        if (_effect is not null)
            return false;
        Host.Connect();
        _effect = new PluginEffect(Host);
        ReadTrack();
        Host.RequestSharedDirectory();
        return true;
    }

    /// <summary>Changes the ports. [main-thread]</summary>
    /// <returns>False while active and for an id that is none.</returns>
    public bool TrySelectLayout(uint id)
    {
        if (IsActive || ClapPortLayout.Find(id) is not { } layout)
            return false;
        Layout = layout;
        return true;
    }

    /// <summary>Makes everything ready to play, and tells the host a latency it does not know yet. [main-thread]</summary>
    public bool TryActivate(double sampleRateHz, uint maximumFrames)
    {
        if (IsActive || _effect is not { } effect || !double.IsFinite(sampleRateHz) || sampleRateHz <= 0 || maximumFrames is 0 or > int.MaxValue)
            return false;
        effect.Prepare(sampleRateHz, (int)maximumFrames, Layout.InputChannels, Layout.OutputChannels);
        _maximumFrames = (int)maximumFrames;
        _toldTailSamples = TailSamples;
        IsActive = true;
        Host.IsActive = true;

        var latencySamples = (uint)Math.Max(effect.LatencySamples, 0);
        if (latencySamples != LatencySamples)
        {
            LatencySamples = latencySamples;
            Host.AnnounceLatency();
        }

        return true;
    }

    /// <summary>No audio comes until the next activation. [main-thread]</summary>
    public void Deactivate()
    {
        if (!IsActive)
            return;
        IsActive = false;
        Host.IsActive = false;
        _effect?.Release();
    }

    /// <summary>Forgets everything heard. [audio-thread]</summary>
    public void Reset()
    {
        if (IsActive)
            _effect?.Reset();
    }

    /// <summary>Works on one block. [audio-thread]</summary>
    [SkipLocalsInit]
    public ClapProcessStatus Process(ClapProcess* process)
    {
        if (!IsActive || _effect is not { } effect || process->FramesCount > (uint)_maximumFrames)
            return ClapProcessStatus.Error;

        var planes = stackalloc void*[2 * ClapPortLayout.MostChannels];
        if (!ClapAudio.TryOpen(process, Layout, planes, out var block))
            return ClapProcessStatus.Error;
        var events = new ClapParameterEvents(process->InEvents);
        effect.Process(ref block, ref events);
        ClapAudio.MarkConstant(process, ref block);
        _edits.Send(process->OutEvents);

        var tailSamples = TailSamples;
        if (tailSamples != _toldTailSamples)
        {
            _toldTailSamples = tailSamples;
            Host.AnnounceTail();
        }

        return effect.IsAtRest ? ClapProcessStatus.Sleep : ClapProcessStatus.Continue;
    }

    /// <summary>Takes parameter changes that come without audio. Not during <see cref="Process"/>. [audio-thread] or [main-thread]</summary>
    public void Flush(ClapInputEvents* list, ClapOutputEvents* edits)
    {
        if (_effect is not { } effect)
            return;
        var events = new ClapParameterEvents(list);
        while (events.TryNext(out var change))
            effect.Apply(change);
        _edits.Send(edits);
    }

    /// <summary>Somebody sets a parameter within the plugin: it is heard, and the host is told in one gesture. [main-thread]</summary>
    public void Edit(Parameter parameter, double plain)
    {
        if (_effect is not { } effect)
            return;
        effect.SetValue(parameter.Index, plain);
        var number = parameter.Number;
        if (_edits.TryPost(ClapEdit.Begin(number), ClapEdit.Change(number, effect.GetValue(parameter.Index)), ClapEdit.End(number)))
            Host.RequestFlush();
        else
            Host.NotifyValuesChanged();
    }

    /// <summary>Asks the host about the track. [main-thread]</summary>
    public void ReadTrack() => Volatile.Write(ref _track, Host.ReadTrack());

    /// <summary>Copies the instance's files into the host's folder, where there is one. [main-thread]</summary>
    public void CollectResources()
    {
        for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
        {
            if (_effect?.PathOf(kind) is { } path)
                Collect(path);
        }
    }

    /// <summary>A file of the instance that lies in the host's shared folder, as a path relative to it; null behind the last. [main-thread]</summary>
    public string? SharedFile(uint number)
    {
        for (var kind = FileKind.Model; kind <= FileKind.SecondResponse; kind++)
        {
            if (Resources.SharedFileOf(_effect?.PathOf(kind)) is { } file && number-- == 0)
                return file;
        }

        return null;
    }

    /// <summary>Frees everything. [main-thread]</summary>
    public void Dispose()
    {
        Deactivate();
        _effect?.Dispose();
        _effect = null;
        _edits.Dispose();
    }

    private void Collect(string path)
    {
        try
        {
            Resources.Collect(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Host.Log(LogSeverity.Error, $"{path} was not collected: {exception.Message}");
        }
    }
}
