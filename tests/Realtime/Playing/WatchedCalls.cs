using System.Runtime.CompilerServices;

namespace NamPlugin.Realtime.Playing;

/// <summary><c>struct watched_calls</c> of <c>Native/watch.h</c>: what a thread called that it should not.</summary>
internal struct WatchedCalls
{
    /// <summary>Calls by <see cref="WatchedKind"/>.</summary>
    public Counts Count;

    /// <summary>Where the first of them came from; 0 after the last.</summary>
    public Addresses Callers;

    /// <summary>A number for each <see cref="WatchedKind"/>.</summary>
    [InlineArray(7)]
    public struct Counts
    {
        private ulong _first;
    }

    /// <summary>Return addresses.</summary>
    [InlineArray(8)]
    public struct Addresses
    {
        private nint _first;
    }
}
