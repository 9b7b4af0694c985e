using System.Diagnostics;
using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// One instance of the plugin, knowing no plugin format: parameters, the chain, the files that play. Shells translate their hosts to it.
/// </summary>
public sealed unsafe partial class PluginEffect : IDisposable, IFileWork
{
    /// <summary>Mono lanes at most: two, for dual mono.</summary>
    private const int MaximumLanes = SignalChain.MaximumChannels;

    // Activating waits this long for files on their way, so that a session begins with its sound and its latency.
    private static readonly TimeSpan LongestWaitForFiles = TimeSpan.FromSeconds(5);

    private readonly IEffectHost _host;
    private readonly SignalChain _chain = new();

    // Main and loader thread share the files under it; the audio thread never takes it.
    private readonly object _gate = new();
    private readonly ModelFileSlot _model;
    private readonly ResponseFileSlot[] _responses;
    private readonly FileSlot[] _files;

    // What the host set last; written by any thread, eight aligned bytes at a time.
    private readonly NativeBuffer<double> _values;

    // What the audio thread has applied, and the modulation on top of it.
    private readonly NativeBuffer<double> _applied;
    private readonly NativeBuffer<double> _modulation;
    private readonly PieceBuffers _pieces = new();
    private double _sampleRateHz = 48_000;
    private int _lanes = 1;
    private int _tailSamples;
    private long _silentSamples;
    private bool _isPrepared;
    private readonly WidthGovernor _governor = new();
    private int _ungovernedBlocks;
    private bool _hasUnappliedValues;
    private bool _hasPlayed;
    private bool _hasResponses;
    private bool _hasRightResponses;
    private bool _isAppliedOffline;

    /// <summary>A fresh instance: default values, nothing loaded. [main-thread]</summary>
    public PluginEffect(IEffectHost host)
    {
        _host = host;
        _model = new ModelFileSlot(_gate, host, MaximumLanes);
        _responses = [new ResponseFileSlot(_gate, host, MaximumLanes), new ResponseFileSlot(_gate, host, MaximumLanes)];
        _files = [_model, .. _responses];
        _values = new NativeBuffer<double>(ParameterTable.All.Length);
        _applied = new NativeBuffer<double>(ParameterTable.All.Length);
        _modulation = new NativeBuffer<double>(ParameterTable.All.Length);
        foreach (var parameter in ParameterTable.All)
            _values[parameter.Index] = parameter.Default;
        // The clock is set up when it is first looked at, with a lock and an allocation.
        _ = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp());
        LoaderThread.Shared.Join(this);
        lock (s_instances)
            s_instances.Add(this);
    }

    /// <summary>Whether the host renders faster or slower than real time; counts from the next block. [thread-safe]</summary>
    public bool IsOffline { get; set; }

    /// <summary>Samples by which the output comes later than the input. [thread-safe]</summary>
    public int LatencySamples => _model.LatencySamples;

    /// <summary>Samples for which sound goes on after the input has ended. [thread-safe]</summary>
    public int TailSamples => Volatile.Read(ref _tailSamples);

    /// <summary>
    /// Whether nothing will sound until something goes in or a file or value changes: in and out have been silent for longer than anything rings or is
    /// under way. After <see cref="Process"/>. [audio-thread]
    /// </summary>
    public bool IsAtRest => _silentSamples > (long)LatencySamples + TailSamples && !IsLoading;

    /// <summary>Makes everything ready to play. Forgets what was heard. [main-thread]</summary>
    /// <param name="sampleRateHz">The host's rate.</param>
    /// <param name="maximumFrames">The longest block to come; longer ones work too.</param>
    /// <param name="inputChannels">1 or 2.</param>
    /// <param name="outputChannels">1 or 2, no fewer than the input's.</param>
    public void Prepare(double sampleRateHz, int maximumFrames, int inputChannels, int outputChannels)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumFrames);
        _sampleRateHz = sampleRateHz;
        _lanes = Math.Clamp(Math.Min(inputChannels, outputChannels), 1, MaximumLanes);
        WaitForFiles(LongestWaitForFiles);
        lock (_gate)
        {
            _model.Prepare(sampleRateHz);
            foreach (var response in _responses)
            {
                response.Prepare(sampleRateHz);
                response.Settle();
            }
        }

        _chain.Prepare(sampleRateHz, LongestLatencySamples(sampleRateHz));
        _chain.SetModel(_model.Voices[0], _model.Voices[1], ModelMetadata.Empty);
        _chain.SetLatency(_model.Voices.Current?.LatencySamples ?? 0);
        DetachResponses();
        _isPrepared = true;
        Reset();
    }

    /// <summary>No audio will come until the next <see cref="Prepare"/>. [main-thread]</summary>
    public void Release()
    {
        _isPrepared = false;
        lock (_gate)
        {
            _model.Suspend();
            foreach (var response in _responses)
                response.Suspend();
        }
    }

    /// <summary>Forgets everything heard and jumps to the values. [audio-thread]</summary>
    public void Reset()
    {
        _values.Span.CopyTo(_applied.Span);
        _modulation.Span.Clear();
        _hasPlayed = false;
        _silentSamples = 0;
        _governor.SetModel(_model.Voices.Current?.Costs);
        ApplyValues();
        _chain.Reset();
        UpdateTail();
    }

    /// <summary>What the host set last, in the parameter's unit. [thread-safe]</summary>
    public double GetValue(int index) => Volatile.Read(ref _values.Span[index]);

    /// <summary>Sets a value; the audio thread hears it at its next block. [thread-safe]</summary>
    public void SetValue(int index, double plain) => Volatile.Write(ref _values.Span[index], ParameterTable.All[index].Clean(plain));

    /// <summary>Frees everything. [main-thread]</summary>
    public void Dispose()
    {
        lock (s_instances)
            s_instances.Remove(this);
        LoaderThread.Shared.Leave(this);
        foreach (var slot in _files)
            slot.Dispose();
        _other?.Dispose();
        _chain.Dispose();
        _values.Dispose();
        _applied.Dispose();
        _modulation.Dispose();
        _pieces.Dispose();
    }

    // Resampling to the slowest and from the fastest usual rates stays below this.
    private static int LongestLatencySamples(double sampleRateHz) => (int)(sampleRateHz * 0.1) + 1024;
}
