using NamPlugin.Dsp.Convolution;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Plugin.Files;

/// <summary>
/// An impulse response as loaded, and made ready for the rates at which hosts have asked for it. One for each content in a process. [thread-safe]
/// </summary>
internal sealed class LoadedResponse : SharedResource
{
    private static readonly SharedResources<string, LoadedResponse> s_inUse = new();

    private readonly Lock _gate = new();
    private readonly string _sha256;
    private readonly ResponseRecording _recording;
    private readonly List<ImpulseResponse> _prepared = [];

    private LoadedResponse(string sha256, ResponseRecording recording)
    {
        _sha256 = sha256;
        _recording = recording;
    }

    /// <summary>The response in a file, held for the caller; read only when nobody in the process has it. [loader-thread]</summary>
    /// <param name="file">Which file.</param>
    /// <param name="hostRateHz">The rate at which it will be wanted first; it is made ready for it.</param>
    /// <exception cref="FileFormatException">The file is not a usable impulse response.</exception>
    public static LoadedResponse Load(FoundFile file, int hostRateHz)
    {
        if (s_inUse.TryHold(file.Contents.Sha256) is { } known)
            return known;
        using var bytes = file.ReadBytes();
        var loaded = new LoadedResponse(file.Contents.Sha256, ResponseRecording.Read(bytes.Span, Path.GetFileName(file.Path)));
        try
        {
            // What is wrong with the samples shows here, and the message belongs to the file.
            loaded.At(hostRateHz);
        }
        catch
        {
            loaded.Release();
            throw;
        }

        return s_inUse.Share(file.Contents.Sha256, loaded);
    }

    /// <summary>The response for a host's rate; valid while this is held. A rate that no sound has counts as the nearest one that has.</summary>
    public ImpulseResponse At(int hostRateHz)
    {
        hostRateHz = Math.Clamp(hostRateHz, ImpulseResponse.LowestRateHz, ImpulseResponse.HighestRateHz);
        lock (_gate)
        {
            foreach (var known in _prepared)
            {
                if (known.RateHz == hostRateHz)
                    return known;
            }

            var prepared = ImpulseResponse.Prepare(_recording, hostRateHz, new ImpulseResponseOptions());
            _prepared.Add(prepared);
            return prepared;
        }
    }

    /// <inheritdoc/>
    protected override void Free()
    {
        s_inUse.Forget(_sha256, this);
        foreach (var prepared in _prepared)
            prepared.Dispose();
        _recording.Dispose();
    }
}
