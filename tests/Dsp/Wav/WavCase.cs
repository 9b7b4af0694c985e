using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats.Wav;

namespace NamPlugin.Dsp.Tests.Wav;

/// <summary>A random file: format, sound that the encoding can hold exactly, chunks, and two ways to split it into blocks.</summary>
public sealed record WavCase(WavFormat Format, float[][] Planes, WavChunk[] Chunks, int[] Blocks, int[] OtherBlocks, bool IsLengthAnnounced)
{
    public static Arbitrary<WavCase> Arbitrary { get; } = Arb.From(
        from encoding in Gen.Elements(Enum.GetValues<WavEncoding>())
        from channels in Gen.Choose(1, 5)
        from rate in Gen.Elements(8000, 44100, 48000, 96000, 384000)
        from mask in Gen.Elements<uint?>(null, 0u, 3u)
        from frames in Gen.Choose(0, 300)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from chunks in Gen.ArrayOf(Chunk)
        from blocks in Gen.NonEmptyListOf(Gen.Choose(1, 100))
        from otherBlocks in Gen.NonEmptyListOf(Gen.Choose(1, 100))
        from announced in Gen.Elements(true, false)
        select new WavCase(
            new WavFormat(rate, channels, encoding, mask),
            RandomPlanes(encoding, channels, frames, new Random(seed)),
            [.. chunks.OrderBy(chunk => chunk.Placement)],
            [.. blocks],
            [.. otherBlocks],
            announced));

    private static Gen<WavChunk> Chunk =>
        from id in Gen.Elements("bext", "iXML", "cue ", "smpl", "LIST", "JUNK", "\u00A9x\u0001y")
        from payload in Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value))
        from placement in Gen.Elements(Enum.GetValues<WavChunkPlacement>())
        select new WavChunk(id, payload, placement);

    public override string ToString()
        => $"{Format}, {Planes[0].Length} frames, chunks [{string.Join(", ", Chunks.Select(c => $"{c.Id}:{c.Payload.Length}:{c.Placement}"))}], blocks {string.Join(",", Blocks)} and {string.Join(",", OtherBlocks)}, announced {IsLengthAnnounced}";

    private static float[][] RandomPlanes(WavEncoding encoding, int channels, int frames, Random random)
    {
        float Draw() => encoding switch
        {
            WavEncoding.UInt8 => random.Next(-128, 128) / 128f,
            WavEncoding.Int16 => random.Next(-32768, 32768) / 32768f,
            WavEncoding.Int24 => random.Next(-8388608, 8388608) / 8388608f,
            WavEncoding.Int32 => random.Next(-8388608, 8388608) / 8388608f,
            WavEncoding.Float32 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
            _ => (random.NextSingle() * 4) - 2,
        };
        return [.. Enumerable.Range(0, channels).Select(_ => Enumerable.Range(0, frames).Select(_ => Draw()).ToArray())];
    }
}
