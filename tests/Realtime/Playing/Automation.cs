using NamPlugin.Host;
using NamPlugin.Host.Audio;

namespace NamPlugin.Realtime.Playing;

/// <summary>Parameters that jump about their ranges at fixed rates, as automation in both formats' own terms; <c>Native/automation.h</c>.</summary>
internal sealed unsafe class Automation : IDisposable
{
    private Faces* _native = (Faces*)NativeMemoryBlock.Allocate(PlayerLibrary.AutomationBytes);

    /// <summary>Begins with no parameters.</summary>
    public Automation() => PlayerLibrary.InitAutomation(_native);

    /// <summary>The native structure.</summary>
    public nint Pointer => (nint)_native;

    /// <summary>clap_input_events.</summary>
    public nint ClapChanges => (nint)(&_native->ClapChanges);

    /// <summary>clap_output_events.</summary>
    public nint ClapAnswers => (nint)(&_native->ClapAnswers);

    /// <summary>IParameterChanges.</summary>
    public nint Vst3Changes => (nint)(&_native->Vst3Changes);

    /// <summary>One more parameter.</summary>
    /// <param name="parameter">Which.</param>
    /// <param name="firstFrame">When it first changes.</param>
    /// <param name="periodFrames">From one change to the next; no shorter than a block.</param>
    public void Add(HostedParameter parameter, long firstFrame, long periodFrames)
    {
        if (PlayerLibrary.AddToAutomation(_native, parameter.Id, parameter.Minimum, parameter.Maximum, firstFrame, periodFrames) != 0)
            throw new InvalidOperationException("Native/automation.h has room for fewer parameters.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemoryBlock.Free(_native);
        _native = null;
    }

    // How the native structure begins.
    private struct Faces
    {
        public Events ClapChanges;
        public Answers ClapAnswers;
        public nint Vst3Changes;
    }

    private struct Events
    {
        public nint Context;
        public nint Size;
        public nint Get;
    }

    private struct Answers
    {
        public nint Context;
        public nint TryPush;
    }
}
