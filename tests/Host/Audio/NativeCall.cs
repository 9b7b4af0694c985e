namespace NamPlugin.Host.Audio;

/// <summary>
/// A plugin's process call with its arguments, laid out once, for a thread that runs no managed code:
/// <c>int32_t (*function)(void *self, void *block)</c>. The arguments live until it is disposed.
/// </summary>
internal sealed unsafe class NativeCall(void* arguments) : IDisposable
{
    private void* _arguments = arguments;

    /// <summary>The function.</summary>
    public required nint Function { get; init; }

    /// <summary>Its first argument.</summary>
    public required nint Self { get; init; }

    /// <summary>Its second argument.</summary>
    public required nint Block { get; init; }

    /// <summary>Where the arguments hold the frames played so far, 64 bits, for the caller to set.</summary>
    public required nint Position { get; init; }

    /// <summary>Smallest answer of a call in which all was well.</summary>
    public required int LowestAnswer { get; init; }

    /// <summary>Largest answer of a call in which all was well.</summary>
    public required int HighestAnswer { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemoryBlock.Free(_arguments);
        _arguments = null;
    }
}
