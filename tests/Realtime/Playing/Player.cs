using System.ComponentModel;
using System.Diagnostics;
using NamPlugin.Host;
using NamPlugin.Host.Audio;

namespace NamPlugin.Realtime.Playing;

/// <summary>A native real-time thread with its voices: plugins, or the functions that stand in for one. Set up, started once, joined, read.</summary>
internal sealed unsafe class Player : IDisposable
{
    private readonly PlayerSettings _settings;
    private readonly List<NativeVoice> _voices = [];
    private readonly List<IDisposable> _owned = [];
    private readonly List<nint> _memory = [];
    private readonly NativePlayer* _native;
    private bool _isRunning;

    public Player(PlayerSettings settings)
    {
        _settings = settings;
        _native = Allocate<NativePlayer>(1);
        _native->Records = Allocate<BlockRecord>((int)settings.Blocks);
        _native->Recording = Allocate<float>(settings.Recording.Length);
        settings.Recording.CopyTo(new Span<float>(_native->Recording, settings.Recording.Length));
        _native->RecordingFrames = settings.Recording.Length;
        _native->SoundingFrames = settings.SoundingFrames;
        _native->Blocks = settings.Blocks;
        _native->Frames = settings.Frames;
        _native->SampleRateHz = settings.SampleRateHz;
        _native->Priority = settings.Priority;

        // Touched now, so that the thread finds every page there.
        new Span<BlockRecord>(_native->Records, (int)settings.Blocks).Clear();
    }

    /// <summary>Blocks played so far.</summary>
    public long Played => Volatile.Read(ref _native->Played);

    /// <summary>Whether all blocks are played.</summary>
    public bool IsDone => Played >= _settings.Blocks;

    /// <summary>Everything that the thread wrote down, after <see cref="Join"/>.</summary>
    public ref readonly NativePlayer Outcome => ref *_native;

    /// <summary>Its blocks, after <see cref="Join"/>.</summary>
    public ReadOnlySpan<BlockRecord> Records => new(_native->Records, (int)Played);

    /// <summary>Adds an active plugin, which nobody else may process until <see cref="Join"/>. [main-thread]</summary>
    /// <param name="plugin">The plugin; the first one is also asked how much managed memory the thread allocated.</param>
    /// <param name="automation">The same for all voices.</param>
    public void AddVoice(HostedPlugin plugin, Automation automation)
    {
        var audio = Own(new AudioBuffers(plugin.Layout, _settings.Frames));
        var call = Own(plugin.PrepareNativeCall(new NativeBlock
        {
            Input = (nint)audio.Input,
            Output = (nint)audio.Output,
            Frames = _settings.Frames,
            ClapChanges = automation.ClapChanges,
            ClapAnswers = automation.ClapAnswers,
            Vst3Changes = automation.Vst3Changes,
        }));
        _native->Automation = automation.Pointer;
        if (_voices.Count == 0 && plugin.Counters is { } counters)
            (_native->Allocated, _native->AllocatedSelf) = (counters.ThreadAllocatedBytesFunction, counters.Self);
        _voices.Add(new NativeVoice
        {
            Process = call.Function,
            Self = call.Self,
            Block = call.Block,
            Position = call.Position,
            Input = (nint)audio.Input,
            Output = (nint)audio.Output,
            Channels = plugin.Layout.Inputs,
            LowestAnswer = call.LowestAnswer,
            HighestAnswer = call.HighestAnswer,
        });
    }

    /// <summary>Adds a process function of <c>Native/controls.h</c>.</summary>
    public void AddControl(nint process)
    {
        var layout = AudioLayout.Stereo;
        var audio = Own(new AudioBuffers(layout, _settings.Frames));
        var block = Allocate<ControlBlock>(1);
        *block = new ControlBlock { Input = audio.Input, Output = audio.Output, Channels = layout.Inputs, Frames = _settings.Frames };
        _voices.Add(new NativeVoice
        {
            Process = process,
            Block = (nint)block,
            Input = (nint)audio.Input,
            Output = (nint)audio.Output,
            Channels = layout.Inputs,
        });
    }

    /// <summary>Starts the thread.</summary>
    /// <param name="firstPeriodNanoseconds">When the first block begins, on <see cref="Now"/>'s clock.</param>
    public void Start(long firstPeriodNanoseconds)
    {
        _native->Voices = Allocate<NativeVoice>(_voices.Count);
        for (var voice = 0; voice < _voices.Count; voice++)
            _native->Voices[voice] = _voices[voice];
        _native->VoiceCount = _voices.Count;
        _native->FirstPeriodNanoseconds = firstPeriodNanoseconds;
        Require(PlayerLibrary.Start(_native));
        _isRunning = true;
    }

    /// <summary>Waits for the thread's end.</summary>
    public void Join()
    {
        _isRunning = false;
        Require(PlayerLibrary.Join(_native));
    }

    /// <summary>CLOCK_MONOTONIC.</summary>
    public static long Now() => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isRunning)
        {
            Volatile.Write(ref _native->Stop, 1);
            Join();
        }

        _owned.ForEach(static item => item.Dispose());
        _memory.ForEach(static memory => NativeMemoryBlock.Free((void*)memory));
    }

    private static void Require(int error)
    {
        if (error != 0)
            throw new Win32Exception(error);
    }

    private T Own<T>(T item)
        where T : IDisposable
    {
        _owned.Add(item);
        return item;
    }

    private T* Allocate<T>(int count)
        where T : unmanaged
    {
        var memory = NativeMemoryBlock.Allocate<T>(count);
        _memory.Add((nint)memory);
        return memory;
    }

    private struct ControlBlock
    {
        public void** Input;
        public void** Output;
        public int Channels;
        public int Frames;
    }
}
