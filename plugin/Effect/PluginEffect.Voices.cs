using NamPlugin.Dsp.Chain;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.Effect;

/// <content>What the loaded files sound like: how voices come in, and how the impulse responses are cabled to the chain.</content>
public sealed unsafe partial class PluginEffect
{
    // An export must not depend on how fast a disk is.
    private void WaitForFilesOffline()
    {
        while (IsLoading)
            Thread.Sleep(1);
    }

    private void TakeVoices()
    {
        var changed = false;
        if (_model.TakeVoice() is { } voice)
        {
            SetUp(voice, EffectSettings.From(_applied.Pointer));
            for (var lane = 0; lane < MaximumLanes; lane++)
                voice.Reset(lane);
            if (_hasPlayed)
                _model.Voices.Enter(voice);
            else
                _model.Voices.Jump(voice);
            _chain.SetLatency(voice.LatencySamples);
            _governor.SetModel(voice.Costs);
            changed = true;
        }

        var responses = false;
        foreach (var response in _responses)
            responses |= response.TakeVoice(jumps: !_hasPlayed);
        _hasUnappliedValues |= responses;
        if (changed || responses)
            UpdateTail();
    }

    // A button acts when it goes down; a number of the list when it changes.
    private void ChooseFile(int index, double value)
    {
        if (index == ParameterTable.ModelIndex.Index)
            _model.RequestNumber((int)value);
        else if (value < 0.5)
            return;
        else if (index == ParameterTable.NextModel.Index)
            _model.RequestStep(1);
        else if (index == ParameterTable.PreviousModel.Index)
            _model.RequestStep(-1);
        else if (index == ParameterTable.NextResponse.Index)
            _responses[0].RequestStep(1);
        else if (index == ParameterTable.PreviousResponse.Index)
            _responses[0].RequestStep(-1);
        else
            return;
        LoaderThread.Shared.Wake();
    }

    // The chain computes a right side of its own where a response has one or the routing is dual. Once cabled it stays until the next preparation:
    // what is taken away under sound would leave a gap.
    private void AttachResponses(InputRouting routing)
    {
        var isAny = false;
        var isRight = _hasRightResponses;
        foreach (var response in _responses)
        {
            isAny |= response.Voices.Current is not null;
            isRight |= response.Voices.Current is { } voice && (voice.IsStereo || routing == InputRouting.DualMono);
        }

        if (isAny == _hasResponses && isRight == _hasRightResponses)
            return;
        _hasResponses = isAny;
        _hasRightResponses = isRight;
        _chain.SetFirstImpulseResponse(_responses[0].Voices[0], isRight ? _responses[0].Voices[1] : null);
        _chain.SetSecondImpulseResponse(_responses[1].Voices[0], isRight ? _responses[1].Voices[1] : null);
    }

    private void DetachResponses()
    {
        _hasResponses = false;
        _hasRightResponses = false;
        _chain.SetFirstImpulseResponse(null, null);
        _chain.SetSecondImpulseResponse(null, null);
    }

    private void UpdateTail()
    {
        var responses = 0;
        foreach (var response in _responses)
            responses = Math.Max(responses, response.IsPresent ? response.Voices.Current?.TailSamples ?? 0 : 0);
        Volatile.Write(ref _tailSamples, (_model.Voices.Current?.TailSamples ?? 0) + responses);
    }
}
