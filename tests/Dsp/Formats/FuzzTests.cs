using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Dsp.Formats.Nam;
using NamPlugin.Dsp.Formats.Namb;
using NamPlugin.Tests.Support;

namespace NamPlugin.Dsp.Tests.Formats;

/// <summary>Whatever the bytes: a sound model or the one error, and nothing else.</summary>
public sealed class FuzzTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly byte[][] NamSeeds = [.. GoldenMaterial.Files("models", "*.nam").Concat(GoldenMaterial.Files("reject", "*.nam")).Select(File.ReadAllBytes)];
    private static readonly byte[][] NambSeeds = [.. GoldenMaterial.Files("namb", "*.namb").Select(File.ReadAllBytes)];

    // Pieces that change meaning rather than merely break the syntax.
    private static readonly byte[][] Tokens =
    [
        .. new[] { "0", "-1", "1e9", "4294967296", "1e400", "2.5", "null", "true", "false", "\"\"", "\"gated\"", "\"Tanh\"", "[]", "{}", "[1,2,3]", "{\"active\":true}", ",", ":", "\"", "\\", "\\u0000", "NaN" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Mutated_nam_files_end_in_a_model_or_the_one_error() => Check.One(Runs, Prop.ForAll(AnySeed.Arbitrary, static (int seed) =>
    {
        var random = new Random(seed);
        var bytes = Mutate(NamSeeds[random.Next(NamSeeds.Length)], random);
        Try(() => ModelFile.Read(bytes, "fuzz.nam").Dispose());
    }));

    [Fact]
    public void Mutated_namb_files_end_in_a_model_or_the_one_error() => Check.One(Runs, Prop.ForAll(AnySeed.Arbitrary, static (int seed) =>
    {
        var random = new Random(seed);
        var bytes = Mutate(NambSeeds[random.Next(NambSeeds.Length)], random);
        if (bytes.Length >= 28 && random.Next(8) != 0)
            NambChecksum.Fix(bytes);
        Try(() => ModelFile.Read(bytes, "fuzz.namb").Dispose());
    }));

    [Fact]
    public void Values_swapped_in_the_JSON_end_in_a_model_or_the_one_error() => Check.One(Runs, Prop.ForAll(AnySeed.Arbitrary, static (int seed) =>
    {
        var random = new Random(seed);
        var bytes = SwapValue(NamSeeds[random.Next(NamSeeds.Length)], random);
        Try(() => ModelFile.Read(bytes, "fuzz.nam").Dispose());
    }));

    [Fact]
    public void Random_bytes_end_in_the_one_error() => Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static (byte[] bytes) =>
    {
        Assert.Throws<FileFormatException>(() => NamReader.Read(bytes, "fuzz.nam").Dispose());
        Assert.Throws<FileFormatException>(() => NambReader.Read(bytes, "fuzz.namb").Dispose());
    }));

    [Fact]
    public void Every_truncation_is_refused()
    {
        foreach (var file in new[] { GoldenMaterial.PathOf("models", "cond_lstm2.nam"), GoldenMaterial.PathOf("namb", "cond_wavenet4.namb") })
        {
            var bytes = File.ReadAllBytes(file);
            for (var length = 0; length < bytes.Length; length++)
                Assert.Throws<FileFormatException>(() => ModelFile.Read(bytes.AsSpan(0, length), file).Dispose());
        }
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (FileFormatException error)
        {
            Assert.NotEmpty(error.Found);
            Assert.NotEmpty(error.Expected);
            Assert.NotEmpty(error.Remedy);
        }
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at / 2, random.Next((at / 2) + 1)));
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Replaces one value behind a colon, so that the result is often still JSON.</summary>
    private static byte[] SwapValue(byte[] seed, Random random)
    {
        var colons = Enumerable.Range(0, seed.Length).Where(i => seed[i] == ':').ToArray();
        if (colons.Length == 0)
            return seed;
        var start = colons[random.Next(colons.Length)] + 1;
        var end = start;
        while (end < seed.Length && seed[end] is not ((byte)',' or (byte)'}' or (byte)']'))
            end++;
        return [.. seed.AsSpan(0, start), .. Tokens[random.Next(Tokens.Length)], .. seed.AsSpan(end)];
    }
}
