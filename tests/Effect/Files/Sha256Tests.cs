using System.Security.Cryptography;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Effect.Tests.Files;

public sealed class Sha256Tests
{
    [Fact]
    public void The_digest_is_the_frameworks_for_every_length_around_the_blocks()
    {
        var random = new Random(1);
        foreach (var length in Enumerable.Range(0, 200).Append(100_003))
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);

            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Sha256.HexOf(bytes));
        }
    }
}
