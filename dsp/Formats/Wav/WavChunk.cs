namespace NamPlugin.Dsp.Formats.Wav;

/// <summary>
/// A chunk this library does not interpret and therefore keeps as it is: <c>bext</c>, <c>iXML</c>, <c>cue </c>, <c>smpl</c>, <c>LIST</c> or any other.
/// </summary>
/// <param name="Id">Four characters, one per byte of the identifier (Latin-1).</param>
/// <param name="Payload">The body, without header and padding byte.</param>
/// <param name="Placement">Where it stood; chunks of one placement keep their order.</param>
public sealed record WavChunk(string Id, ReadOnlyMemory<byte> Payload, WavChunkPlacement Placement)
{
    /// <summary>The chunk that counts the frames of non-PCM files; the writer keeps its first four bytes true.</summary>
    internal const string FactId = "fact";

    /// <summary>Filler. At the front of a file it is the room in which a <c>ds64</c> chunk can appear later (EBU Tech 3306).</summary>
    internal const string JunkId = "JUNK";

    /// <summary>Bytes the chunk takes in a file: header, body and padding to an even length.</summary>
    internal long StoredBytes => 8L + Payload.Length + (Payload.Length & 1);
}
