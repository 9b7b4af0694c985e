using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Effect;

/// <content>Loading of captures.</content>
public sealed unsafe partial class PluginEffect
{
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
            Take(new LoadedModel(path, file));
            return true;
        }
        catch (Exception exception) when (exception is FileFormatException or IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            error = exception.Message;
            return false;
        }
    }

    private void Take(LoadedModel model)
    {
        if (!model.IsMono)
        {
            var (inputs, outputs) = (model.Variants.InputChannels, model.Variants.OutputChannels);
            model.Release();
            throw new FileFormatException(model.Path, "", $"a capture with {inputs} inputs and {outputs} outputs", "one of each", "Use it with namplug reamp --raw.");
        }

        _model?.Release();
        _model = model;
        var voice = new ModelVoice(model.Share(), _sampleRateHz, MaximumLanes);
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
