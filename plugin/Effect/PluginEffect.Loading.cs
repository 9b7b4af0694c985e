using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Effect;

/// <content>Loading of captures.</content>
public sealed unsafe partial class PluginEffect
{
    /// <summary>Path of the capture that the session names, whether or not it could be loaded; null for none. [main-thread]</summary>
    public string? ModelPath { get; private set; }

    /// <summary>Why the capture that the session names does not sound, as a sentence for the user; null when it does. [main-thread]</summary>
    public string? ModelProblem { get; private set; }

    /// <summary>
    /// Loads a capture and hands it to the audio thread, which fades over to it. When it cannot be loaded the old one stays. [main-thread]
    /// </summary>
    /// <param name="path">A `.nam` or `.namb` file.</param>
    /// <param name="error">Why not, as a sentence for the user.</param>
    public bool TryLoadModel(string path, out string error)
    {
        error = "";
        try
        {
            using var file = ModelFile.Load(path);
            var model = new LoadedModel(path, file);
            RequireMono(model);
            Take(model, new ModelVoice(model.Share(), _sampleRateHz, MaximumLanes));
            (ModelPath, ModelProblem) = (path, null);
            return true;
        }
        catch (Exception exception) when (exception is FileFormatException or IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            error = exception.Message;
            return false;
        }
    }

    // A session's capture that cannot be loaded keeps its name and is saved again untouched; until it is found, what sounded goes on.
    private void RestoreModel(string? path)
    {
        if (path == ModelPath && ModelProblem is null)
            return;
        if (path is null)
        {
            (ModelPath, ModelProblem) = (null, null);
            Take(null, new ModelVoice());
        }
        else if (!TryLoadModel(path, out var error))
        {
            (ModelPath, ModelProblem) = (path, error);
        }
    }

    private static void RequireMono(LoadedModel model)
    {
        if (model.IsMono)
            return;
        var (inputs, outputs) = (model.Variants.InputChannels, model.Variants.OutputChannels);
        model.Release();
        throw new FileFormatException(model.Path, "", $"a capture with {inputs} inputs and {outputs} outputs", "one of each", "Use it with namplug reamp --raw.");
    }

    private void Take(LoadedModel? model, ModelVoice voice)
    {
        _model?.Release();
        _model = model;
        var latencyChanges = voice.LatencySamples != LatencySamples;
        LatencySamples = voice.LatencySamples;
        if (_isPrepared)
            _models.Publish(voice);
        else
            _slot.Replace(voice)?.Dispose();
        if (latencyChanges)
            _host.RequestLatencyChange();
        _host.NotifyChanged();
    }
}
