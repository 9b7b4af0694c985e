using NamPlugin.Dsp.Memory;

namespace NamPlugin.Plugin.Files;

/// <summary>
/// What a file contains, known by its digest, with a deflated copy that sessions take along. One for each content in a process. [thread-safe]
/// </summary>
internal sealed class FileContents : SharedResource
{
    /// <summary>A longer copy is not taken along.</summary>
    public const int LongestCopyBytes = 1 << 20;

    private static readonly SharedResources<string, FileContents> s_inUse = new();

    private readonly Lock _gate = new();
    private NativeBuffer<byte>? _original;
    private NativeBuffer<byte>? _deflated;
    private NativeBuffer<byte>? _doubtful;
    private bool _isKnown;

    private FileContents(string sha256, long length, NativeBuffer<byte>? doubtful)
    {
        Sha256 = sha256;
        Length = length;
        _doubtful = doubtful;
    }

    /// <summary>The digest, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Bytes of the file; 0 when only the digest is known.</summary>
    public long Length { get; private set; }

    /// <summary>The deflated copy; empty when there is none. Valid while held.</summary>
    public ReadOnlySpan<byte> Copy
    {
        get
        {
            lock (_gate)
            {
                Compress();
                return (_deflated ?? _doubtful) is { } copy ? copy.Span : default;
            }
        }
    }

    /// <summary>The contents of that digest if they are in use, held for the caller.</summary>
    public static FileContents? TryHold(string sha256) => s_inUse.TryHold(sha256);

    /// <summary>The contents of a file that was read, held for the caller.</summary>
    public static FileContents Of(ReadOnlySpan<byte> bytes)
    {
        var sha256 = Files.Sha256.HexOf(bytes);
        var contents = s_inUse.TryHold(sha256) ?? s_inUse.Share(sha256, new FileContents(sha256, bytes.Length, doubtful: null));
        contents.Remember(bytes);
        return contents;
    }

    /// <summary>
    /// The contents that a session speaks of, held for the caller. The copy that it brings along, if any, is taken over; what it holds is believed
    /// only when somebody asks for it.
    /// </summary>
    public static FileContents Named(string sha256, long length, NativeBuffer<byte>? copy)
    {
        if (s_inUse.TryHold(sha256) is not { } known)
            return s_inUse.Share(sha256, new FileContents(sha256, length, copy));
        known.Take(length, copy);
        return known;
    }

    /// <summary>The file's bytes out of the copy, or null when there is none or it is not what the digest says. The caller owns them.</summary>
    public NativeBuffer<byte>? TryRestore(long mostBytes)
    {
        if (Length <= 0 || Length > mostBytes || Copy is not { IsEmpty: false } copy || Deflate.TryDecompress(copy, (int)Length) is not { } bytes)
            return null;
        if (Files.Sha256.HexOf(bytes.Span) == Sha256)
            return bytes;
        bytes.Dispose();
        return null;
    }

    /// <summary>Makes the copy now rather than when a session is saved.</summary>
    public void Compress()
    {
        lock (_gate)
        {
            if (_original is not { } original)
                return;
            _deflated = Deflate.TryCompress(original.Span, LongestCopyBytes);
            original.Dispose();
            _original = null;
        }
    }

    private void Take(long length, NativeBuffer<byte>? copy)
    {
        lock (_gate)
        {
            if (copy is null || _isKnown || _doubtful is not null)
            {
                copy?.Dispose();
                return;
            }

            Length = length;
            _doubtful = copy;
        }
    }

    // A copy out of a session may be anything; the file itself is right. Readers of the old copy may still be at it, so it is freed with the rest.
    private void Remember(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_isKnown)
                return;
            _isKnown = true;
            Length = bytes.Length;
            _original = NativeBuffer<byte>.CopyOf(bytes);
        }
    }

    /// <inheritdoc/>
    protected override void Free()
    {
        s_inUse.Forget(Sha256, this);
        _original?.Dispose();
        _deflated?.Dispose();
        _doubtful?.Dispose();
    }
}
