using System.Runtime.InteropServices;
using NamPlugin.Host.Audio;

namespace NamPlugin.Host.Vst3;

/// <content>The process call for a thread that is not managed.</content>
internal sealed unsafe partial class Vst3HostedPlugin
{
    internal override NativeCall PrepareNativeCall(in NativeBlock block)
    {
        if (!_isProcessing)
            SetProcessing(true);
        var arguments = NativeMemoryBlock.Allocate<NativeArguments>();
        *arguments = new NativeArguments
        {
            Context = Context(),
            Input = new AudioBusBuffers { NumChannels = Layout.Inputs, ChannelBuffers = (void**)block.Input },
            Output = new AudioBusBuffers { NumChannels = Layout.Outputs, ChannelBuffers = (void**)block.Output },
            Data = new ProcessData
            {
                NumSamples = block.Frames,
                NumInputs = 1,
                NumOutputs = 1,
                Inputs = &arguments->Input,
                Outputs = &arguments->Output,
                InputParameterChanges = (void*)block.Vst3Changes,
                ProcessContext = &arguments->Context,
            },
        };
        // One position is moved on, that in the song.
        arguments->Context.State &= ~ContinuousTimeValid;
        return new NativeCall(arguments)
        {
            Function = (nint)_processor->Table->Process,
            Self = (nint)_processor,
            Block = (nint)(&arguments->Data),
            Position = (nint)(&arguments->Context.ProjectTimeSamples),
            LowestAnswer = Vst3Result.Ok,
            HighestAnswer = Vst3Result.Ok,
        };
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct NativeArguments
    {
        public ProcessData Data;
        public ProcessContext Context;
        public AudioBusBuffers Input;
        public AudioBusBuffers Output;
    }
}
