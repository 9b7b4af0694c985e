using System.Globalization;

namespace NamPlugin.Host.Rendering;

/// <summary>
/// The lengths of successive blocks, written as text: <c>64</c>, <c>rand:1:512</c> (evenly drawn, the same every time), <c>seq:1,511,7</c> (in a loop);
/// with <c>+0</c> at the end a block without frames comes before every block.
/// </summary>
public sealed class BlockPattern
{
    private const int Seed = 1;
    private readonly string _text;
    private readonly int[] _lengths;
    private readonly bool _isRandom;
    private readonly bool _hasEmptyBlocks;

    private BlockPattern(string text)
    {
        _text = text;
        _hasEmptyBlocks = text.EndsWith("+0", StringComparison.Ordinal);
        var parts = (_hasEmptyBlocks ? text[..^2] : text).Split(':');
        _isRandom = parts[0] == "rand";
        var numbers = parts[0] is "rand" or "seq" ? string.Join(',', parts[1..]) : parts[0];
        _lengths = [.. numbers.Split(',').Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture))];
        if (_lengths.Min() < 1 || (_isRandom && (_lengths.Length != 2 || _lengths[0] > _lengths[1])))
            throw new FormatException($"\"{text}\" is no block pattern: 64, rand:1:512 or seq:1,511,7, each with +0 or without.");
    }

    /// <summary>The longest block.</summary>
    public int Longest => _lengths.Max();

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static BlockPattern Parse(string text) => new(text);

    /// <summary>Lengths that add up to <paramref name="totalFrames"/>; the last block is cut.</summary>
    public IEnumerable<int> Blocks(long totalFrames)
    {
        var random = new Random(Seed);
        var next = 0;
        while (totalFrames > 0)
        {
            if (_hasEmptyBlocks)
                yield return 0;
            var length = _isRandom ? random.Next(_lengths[0], _lengths[1] + 1) : _lengths[next++ % _lengths.Length];
            yield return (int)Math.Min(length, totalFrames);
            totalFrames -= length;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
