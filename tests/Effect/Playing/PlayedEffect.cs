using System.Text;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.State;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Playing;

/// <summary>An instance without a plugin format around it, and a guitar to play through it.</summary>
internal sealed unsafe class PlayedEffect : IDisposable
{
    private const int BlockFrames = 64;
    private const double RateHz = 48_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public PlayedEffect() => Effect = new PluginEffect(Host);

    /// <summary>The built-in capture, slimmable.</summary>
    public static string Capture => Path.Combine(SharedMaterial.RepositoryRoot, "assets", "models", "mild-overdrive.nam");

    /// <summary>Another capture.</summary>
    public static string OtherCapture => GoldenMaterial.PathOf("models", "lstm_2x6.nam");

    public RecordedHost Host { get; } = new();

    public PluginEffect Effect { get; }

    /// <summary>The session as text.</summary>
    public string State
    {
        get
        {
            using var state = Effect.SaveState();
            return Encoding.UTF8.GetString(state.Span);
        }
    }

    public double this[Parameter parameter]
    {
        get => Effect.GetValue(parameter.Index);
        set => Effect.SetValue(parameter.Index, value);
    }

    /// <summary>Loads a state from text and waits for its files.</summary>
    public bool TryLoad(string state, StatePurpose purpose = StatePurpose.Session, string? folder = null)
    {
        var isLoaded = Effect.TryLoadState(Encoding.UTF8.GetBytes(state), purpose, folder);
        Settle();
        return isLoaded;
    }

    /// <summary>Loads a capture and waits for it.</summary>
    public void Load(string capture)
    {
        Effect.Load(FileKind.Model, capture);
        Settle();
    }

    /// <summary>Waits for files on their way.</summary>
    public void Settle() => Assert.True(Effect.WaitForFiles(Patience), "The files do not arrive");

    /// <summary>Plays a second of guitar from the start, y[time].</summary>
    public float[] Play(int frames = 9_600)
    {
        Effect.Prepare(RateHz, BlockFrames, 1, 1);
        var sound = PlayOn(frames);
        Effect.Release();
        return sound;
    }

    /// <summary>Plays without a new start.</summary>
    public float[] PlayOn(int frames)
    {
        var random = new Random(7);
        var sound = new float[frames];
        for (var frame = 0; frame < frames; frame++)
            sound[frame] = (float)((0.25 * Math.Sin(2 * Math.PI * 110 * frame / RateHz)) + (0.02 * (random.NextDouble() - 0.5)));
        fixed (float* samples = sound)
        {
            for (var start = 0; start < frames; start += BlockFrames)
            {
                var plane = (void*)(samples + start);
                var block = new AudioBlock { Input = &plane, InputChannels = 1, Output = &plane, OutputChannels = 1, Frames = Math.Min(BlockFrames, frames - start) };
                var events = default(NoEvents);
                Effect.Process(ref block, ref events);
            }
        }

        return sound;
    }

    public void Dispose() => Effect.Dispose();

    private struct NoEvents : IParameterEvents
    {
        public readonly bool TryNext(out ParameterChange change)
        {
            change = default;
            return false;
        }
    }
}
