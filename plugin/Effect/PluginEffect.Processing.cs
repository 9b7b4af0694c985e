using NamPlugin.Dsp.Chain;
using NamPlugin.Plugin.Voices;

namespace NamPlugin.Plugin.Effect;

/// <content>The process call.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>
    /// Processes one block. Every change takes effect at its frame, whatever the block. Allocates, locks and throws nothing; offline, waits for files
    /// that are on their way. [audio-thread]
    /// </summary>
    /// <param name="block">The audio.</param>
    /// <param name="events">The changes of this block, in the order of their frames.</param>
    public void Process<TEvents>(ref AudioBlock block, ref TEvents events)
        where TEvents : struct, IParameterEvents, allows ref struct
    {
        _pieces.HasSounded = false;
        var begin = BeginMeasuring();
        if (IsOffline)
            WaitForFilesOffline();
        TakeVoices();
        TakeValues();
        var position = 0;
        while (events.TryNext(out var change))
        {
            var frame = Math.Clamp(change.Frame, position, block.Frames);
            if (frame > position)
            {
                Play(ref block, position, frame - position);
                position = frame;
            }

            Apply(change);
        }

        Play(ref block, position, block.Frames - position);
        if (block.Frames > 0)
            Settle();
        if (begin != 0)
            Govern(begin, block.Frames);
        block.OutputIsSilent = !_pieces.HasSounded;
        _silentSamples = block.InputIsSilent && block.OutputIsSilent ? _silentSamples + block.Frames : 0;
    }

    /// <summary>Applies one change between two blocks, or at its frame within one. [audio-thread]</summary>
    public void Apply(in ParameterChange change)
    {
        if ((uint)change.Index >= (uint)ParameterTable.All.Length)
            return;
        if (change.IsModulation)
        {
            _modulation[change.Index] = double.IsFinite(change.Value) ? change.Value : 0;
        }
        else
        {
            var before = GetValue(change.Index);
            SetValue(change.Index, change.Value);
            _applied[change.Index] = GetValue(change.Index);
            if (_applied[change.Index] != before)
                ChooseFile(change.Index, _applied[change.Index]);
        }

        // Many changes may meet at one frame; what they come to is worked out once, when sound is next made.
        _hasUnappliedValues = true;
    }

    private void Play(ref AudioBlock block, int start, int frames)
    {
        if (frames > 0 && _hasUnappliedValues)
            ApplyValues();
        if (!_isPrepared)
        {
            _pieces.Silence(ref block, start, frames);
            return;
        }

        for (var done = 0; done < frames;)
        {
            var count = Math.Min(frames - done, PieceBuffers.Frames);
            var inputChannels = _pieces.Read(ref block, start + done, count);
            _chain.Process(_pieces.Input, inputChannels, _pieces.Output, Math.Min(block.OutputChannels, SignalChain.MaximumChannels), count);
            _pieces.Write(ref block, start + done, count);
            done += count;
        }
    }

    private void Settle()
    {
        _hasPlayed = true;
        _model.Voices.Settle();
        foreach (var response in _responses)
            response.Voices.Settle();
    }

    // Values that came by other ways than events: a state, a preset, the host's generic editor; and the mode, on which the width depends.
    private void TakeValues()
    {
        var changed = _isAppliedOffline != IsOffline;
        _isAppliedOffline = IsOffline;
        for (var index = 0; index < _applied.Length; index++)
        {
            var value = GetValue(index);
            changed |= value != _applied[index];
            _applied[index] = value;
        }

        _hasUnappliedValues |= changed;
    }

    // Levels belong to the voice, so that two of them can sound at once, each at its own.
    private void ApplyValues()
    {
        _hasUnappliedValues = false;
        var settings = EffectSettings.From(_applied.Pointer);
        SetUp(_model.Voices.Sounding, settings);
        SetUp(_model.Voices.Entering, settings);
        var routing = _lanes == 1 && settings.Routing == InputRouting.DualMono ? InputRouting.MonoLeft : settings.Routing;
        AttachResponses(routing);
        _chain.Apply(settings with
        {
            InputDb = ParameterTable.Input.Clean(settings.InputDb + _modulation[ParameterTable.Input.Index]),
            OutputDb = ParameterTable.Output.Clean(settings.OutputDb + _modulation[ParameterTable.Output.Index]),
            CalibrateInput = false,
            OutputMode = OutputMode.Raw,
            Routing = routing,
            FirstIrOn = settings.FirstIrOn && _responses[0].IsPresent,
            SecondIrOn = settings.SecondIrOn && _responses[1].IsPresent,
        });
    }

    private void SetUp(ModelVoice? voice, in ChainSettings settings)
    {
        voice?.SetLevels(settings);
        voice?.SetWidth(CurrentWidth);
    }
}
