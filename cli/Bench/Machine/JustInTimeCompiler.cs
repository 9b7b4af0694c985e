using System.Runtime.CompilerServices;

namespace NamPlugin.Cli.Bench.Machine;

/// <summary>
/// A just-in-time compiler looks for a while which methods are worth its effort, then compiles them aside, in two stages. What is measured before
/// that is another program.
/// </summary>
internal static class JustInTimeCompiler
{
    /// <summary>Calls after which the runtime of .NET 10 takes a method on, twice over.</summary>
    public const int CallsToBeNoticed = 64;

    // It waits 100 ms after the last new method. Two stages, and once more for what those bring to light.
    private const int Looks = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Calls what will be measured until it is compiled for good; nothing to do in a native build.</summary>
    /// <param name="play">Calls all of it at least <see cref="CallsToBeNoticed"/> times.</param>
    public static void Await(Action play)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return;
        for (var look = 0; look < Looks; look++)
        {
            play();
            Thread.Sleep(Pause);
        }
    }
}
