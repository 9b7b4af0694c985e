using NPlug;

namespace NamPlugin.Plugin.NPlugShell;

/// <content>What the host shows and the user turns. [main-thread]</content>
internal sealed partial class NPlugPlugin
{
    private IAudioControllerHandler? _handler;

    int IAudioController.ParameterCount => Model.ParameterCount;

    AudioParameterInfo IAudioController.GetParameterInfo(int paramIndex) => Model.GetParameterByIndex(paramIndex).GetInfo();

    // Hosts ask for texts whenever they draw: the call that comes soonest where there is something to tell.
    string IAudioController.GetParameterStringByValue(AudioParameterId id, double valueNormalized)
    {
        AnnounceChanges();
        return Model.GetParameterById(id).ToString(valueNormalized);
    }

    double IAudioController.GetParameterValueByString(AudioParameterId id, string valueAsString) => Model.GetParameterById(id).FromString(valueAsString);

    double IAudioController.NormalizedParameterToPlain(AudioParameterId id, double valueNormalized) => Model.GetParameterById(id).ToPlain(valueNormalized);

    double IAudioController.PlainParameterToNormalized(AudioParameterId id, double plainValue) => Model.GetParameterById(id).ToNormalized(plainValue);

    double IAudioController.GetParameterNormalized(AudioParameterId id) => Model.GetParameterById(id).NormalizedValue;

    // What sounds comes with a block.
    void IAudioController.SetParameterNormalized(AudioParameterId id, double valueNormalized)
    {
        if (double.IsNaN(valueNormalized))
            throw new ArgumentException("A value must be a number.", nameof(valueNormalized));
        Model.GetParameterById(id).NormalizedValue = valueNormalized;
        AnnounceChanges();
    }

    void IAudioController.SetControllerHandler(IAudioControllerHandler? controllerHandler)
    {
        _changes.BelongHere();
        _handler = controllerHandler;
        AnnounceChanges();
    }

    IAudioPluginView? IAudioController.CreateView() => null;
}
