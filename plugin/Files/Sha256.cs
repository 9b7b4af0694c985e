using System.Buffers.Binary;
using System.Numerics;

namespace NamPlugin.Plugin.Files;

/// <summary>
/// SHA-256 (FIPS 180-4). The framework's own brings OpenSSL into the host's process, which may hold another one already.
/// </summary>
internal static class Sha256
{
    /// <summary>Bytes of a digest.</summary>
    public const int DigestBytes = 32;

    private const int BlockBytes = 64;

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
        0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
        0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
        0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
        0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The digest in lower-case hexadecimal.</summary>
    public static string HexOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[DigestBytes];
        Digest(bytes, digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>Writes the digest of <paramref name="bytes"/>.</summary>
    public static void Digest(ReadOnlySpan<byte> bytes, Span<byte> digest)
    {
        Span<uint> state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        var whole = bytes.Length / BlockBytes * BlockBytes;
        for (var start = 0; start < whole; start += BlockBytes)
            Absorb(bytes.Slice(start, BlockBytes), state);

        // The message ends in a 1 bit, zeros, and its length in bits; that takes one block or two.
        Span<byte> end = stackalloc byte[2 * BlockBytes];
        end.Clear();
        var rest = bytes[whole..];
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        var endBytes = rest.Length < BlockBytes - sizeof(ulong) ? BlockBytes : 2 * BlockBytes;
        BinaryPrimitives.WriteUInt64BigEndian(end[(endBytes - sizeof(ulong))..], (ulong)bytes.Length * 8);
        for (var start = 0; start < endBytes; start += BlockBytes)
            Absorb(end.Slice(start, BlockBytes), state);

        for (var word = 0; word < state.Length; word++)
            BinaryPrimitives.WriteUInt32BigEndian(digest[(word * sizeof(uint))..], state[word]);
    }

    private static void Absorb(ReadOnlySpan<byte> block, Span<uint> state)
    {
        Span<uint> w = stackalloc uint[64];
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        for (var t = 16; t < w.Length; t++)
        {
            var small0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ (w[t - 15] >> 3);
            var small1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = w[t - 16] + small0 + w[t - 7] + small1;
        }

        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var t = 0; t < w.Length; t++)
        {
            var large1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var choice = (e & f) ^ (~e & g);
            var first = h + large1 + choice + RoundConstants[t] + w[t];
            var large0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var majority = (a & b) ^ (a & c) ^ (b & c);
            var second = large0 + majority;
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
