using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Clap;

/// <content>The process call for a thread that is not managed.</content>
internal sealed unsafe partial class ClapHostedPlugin
{
    internal override NativeCall PrepareNativeCall(in NativeBlock block)
    {
        var outer = EnterAudioThread();
        StartProcessing();
        LeaveAudioThread(outer);

        var arguments = NativeMemoryBlock.Allocate<NativeArguments>();
        *arguments = new NativeArguments
        {
            Transport = Transport(),
            Input = Bus((void**)block.Input, Layout.Inputs, isDouble: false),
            Output = Bus((void**)block.Output, Layout.Outputs, isDouble: false),
            Process = new ClapProcess
            {
                FramesCount = (uint)block.Frames,
                Transport = &arguments->Transport,
                AudioInputs = &arguments->Input,
                AudioOutputs = &arguments->Output,
                AudioInputsCount = 1,
                AudioOutputsCount = 1,
                InEvents = (ClapInputEvents*)block.ClapChanges,
                OutEvents = (ClapOutputEvents*)block.ClapAnswers,
            },
        };
        return new NativeCall(arguments)
        {
            Function = (nint)_plugin->Process,
            Self = (nint)_plugin,
            Block = (nint)(&arguments->Process),
            Position = (nint)(&arguments->Process.SteadyTime),
            LowestAnswer = (int)ProcessStatus.Continue,
            HighestAnswer = (int)ProcessStatus.Sleep,
        };
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct NativeArguments
    {
        public ClapProcess Process;
        public ClapTransportEvent Transport;
        public ClapAudioBuffer Input;
        public ClapAudioBuffer Output;
    }
}
