using NamPlugin.Dsp.Chain;
using NamPlugin.Dsp.Memory;
using NamPlugin.Dsp.Models;

namespace NamPlugin.Plugin.Effect;

/// <summary>
/// One instance of the plugin, knowing no plugin format: parameters, the chain, the capture that plays. Shells translate their hosts to it.
/// </summary>
public sealed unsafe partial class PluginEffect : IDisposable
{
    /// <summary>Mono lanes at most: two, for dual mono.</summary>
    private const int MaximumLanes = SignalChain.MaximumChannels;

    private readonly IEffectHost _host;
    private readonly SignalChain _chain = new();
    private readonly Handoff<ModelVoice> _models = new();
    private readonly ModelSlot _slot;

    // What the host set last; written by any thread, eight aligned bytes at a time.
    private readonly NativeBuffer<double> _values;

    // What the audio thread has applied, and the modulation on top of it.
    private readonly NativeBuffer<double> _applied;
    private readonly NativeBuffer<double> _modulation;
    private readonly PieceBuffers _pieces = new();
    private LoadedModel? _model;
    private double _sampleRateHz = 48_000;
    private int _lanes = 1;
    private bool _isPrepared;
    private bool _hasUnappliedValues;
    private bool _isAppliedOffline;

    /// <summary>A fresh instance: default values, nothing loaded. [main-thread]</summary>
    public PluginEffect(IEffectHost host)
    {
        _host = host;
        _slot = new ModelSlot(_models, MaximumLanes);
        _values = new NativeBuffer<double>(ParameterTable.All.Length);
        _applied = new NativeBuffer<double>(ParameterTable.All.Length);
        _modulation = new NativeBuffer<double>(ParameterTable.All.Length);
        foreach (var parameter in ParameterTable.All)
            _values[parameter.Index] = parameter.Default;
    }

    /// <summary>Whether the host renders faster or slower than real time; counts from the next block. [thread-safe]</summary>
    public bool IsOffline { get; set; }

    /// <summary>Samples by which the output comes later than the input. [thread-safe]</summary>
    public int LatencySamples { get; private set; }

    /// <summary>Samples for which sound goes on after the input has ended. [thread-safe]</summary>
    public int TailSamples => _slot.Current?.WarmUpSamples ?? 0;

    /// <summary>What the loaded capture says about itself.</summary>
    public ModelMetadata ModelMetadata => _model?.Metadata ?? ModelMetadata.Empty;

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
        _models.Clear();
        _slot.Prepare(sampleRateHz);
        _slot.Replace(_model is { } model ? new ModelVoice(model.Share(), sampleRateHz, MaximumLanes) : null)?.Dispose();
        LatencySamples = _slot.Current?.LatencySamples ?? 0;
        _chain.Prepare(sampleRateHz, LongestLatencySamples(sampleRateHz));
        _chain.SetModel(_slot[0], _slot[1], ModelMetadata.Empty);
        _chain.SetLatency(LatencySamples);
        _isPrepared = true;
        Reset();
    }

    /// <summary>No audio will come until the next <see cref="Prepare"/>. [main-thread]</summary>
    public void Release()
    {
        _isPrepared = false;
        _models.FreeRetired();
    }

    /// <summary>Forgets everything heard and jumps to the values. [audio-thread]</summary>
    public void Reset()
    {
        _values.Span.CopyTo(_applied.Span);
        _modulation.Span.Clear();
        ApplyValues();
        _chain.Reset();
    }

    /// <summary>What the host set last, in the parameter's unit. [thread-safe]</summary>
    public double GetValue(int index) => Volatile.Read(ref _values.Span[index]);

    /// <summary>Sets a value; the audio thread hears it at its next block. [thread-safe]</summary>
    public void SetValue(int index, double plain) => Volatile.Write(ref _values.Span[index], ParameterTable.All[index].Clean(plain));

    /// <summary>Frees everything. [main-thread]</summary>
    public void Dispose()
    {
        _models.Clear();
        _slot.Dispose();
        _chain.Dispose();
        _values.Dispose();
        _applied.Dispose();
        _modulation.Dispose();
        _pieces.Dispose();
        _model?.Release();
    }

    // Resampling to the slowest and from the fastest usual rates stays below this.
    private static int LongestLatencySamples(double sampleRateHz) => (int)(sampleRateHz * 0.1) + 1024;
}
