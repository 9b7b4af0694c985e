using System.Text;
using System.Text.Json;

namespace NamPlugin.Plugin.Tests.States;

/// <summary>
/// Makes states that no plugin wrote out of one that a plugin did: first other JSON in the place of some of it, then damage to its bytes. The same
/// seed makes the same states.
/// </summary>
internal sealed class StateMutations
{
    private readonly byte[] _good;
    private readonly string[] _paths;
    private readonly Random _random;
    private readonly List<(int Start, int End)> _properties = [];
    private readonly List<(int Start, int End)> _values = [];

    /// <summary>Takes a state apart.</summary>
    /// <param name="good">A state as the plugin saves it.</param>
    /// <param name="paths">Places where a capture cannot be, or is one that cannot be played.</param>
    /// <param name="seed">Seed of everything.</param>
    public StateMutations(byte[] good, IEnumerable<string> paths, int seed)
    {
        (_good, _paths, _random) = (good, [.. paths.Select(path => JsonSerializer.Serialize(path))], new Random(seed));
        var json = new Utf8JsonReader(good);
        json.Read();
        CollectObject(ref json);
    }

    /// <summary>The next state.</summary>
    public byte[] Next()
    {
        var state = _random.Next(4) == 0 ? _good : ChangeJson();
        for (var damages = _random.Next(3); damages > 0; damages--)
            state = Damage(state);
        return state;
    }

    private void CollectObject(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = (int)json.TokenStartIndex;
            json.Read();
            var value = (int)json.TokenStartIndex;
            if (json.TokenType == JsonTokenType.StartObject)
                CollectObject(ref json);
            else
                json.Skip();
            _values.Add((value, (int)json.BytesConsumed));
            _properties.Add((name, (int)json.BytesConsumed));
        }
    }

    private byte[] ChangeJson()
    {
        var (start, end) = Pick(_values);
        switch (_random.Next(6))
        {
            case 0:
                // The state's one string is the path of the capture.
                (start, end) = _values.First(value => _good[value.Start] == '"');
                return Replace(start, end, Encoding.UTF8.GetBytes(_paths[_random.Next(_paths.Length)]));
            case 1:
                (start, end) = Pick(_properties);
                return Replace(end, end, [(byte)',', .. _good[start..end]]);
            case 2:
                (start, end) = Pick(_properties);
                return Replace(start, end, []);
            case 3:
                return Replace(start, end, _good);
            default:
                return Replace(start, end, Encoding.UTF8.GetBytes(OddValue()));
        }
    }

    private string OddValue() => _random.Next(24) switch
    {
        0 => "1e999",
        1 => "-1e999",
        2 => "1e-999",
        3 => "1.7976931348623157e308",
        4 => "-0",
        5 => new string('9', 400),
        6 => "0." + new string('1', 5_000),
        7 => "00",
        8 => "NaN",
        9 => "Infinity",
        10 => "null",
        11 => "true",
        12 => "[]",
        13 => "{}",
        14 => "\"\"",
        15 => "\"\\u0000\"",
        16 => "\"/tmp/\\u0000.nam\"",
        17 => "\"\\ud800\"",
        18 => "\"a\nb\"",
        19 => $"\"{new string('x', 1 << _random.Next(4, 21))}\"",
        20 => Nested('[', ']'),
        21 => new string('[', _random.Next(1, 100_000)),
        22 => string.Concat(Enumerable.Repeat("{\"model\":", _random.Next(1, 2_000))),
        _ => _paths[_random.Next(_paths.Length)],
    };

    private string Nested(char open, char close)
    {
        var depth = 1 << _random.Next(17);
        return new string(open, depth) + new string(close, depth);
    }

    private byte[] Damage(byte[] state)
    {
        if (state.Length == 0)
            return [(byte)_random.Next(256)];
        var start = _random.Next(state.Length);
        var end = Math.Min(state.Length, start + _random.Next(1, 64));
        switch (_random.Next(9))
        {
            case 0:
                return state[..start];
            case 1:
                return state[start..];
            case 2:
                return [.. state[..start], .. state[end..]];
            case 3:
                return [.. state[..end], .. state[start..]];
            case 4:
                return [.. state, .. state];
            case 5:
                // No UTF-8 begins or goes on so.
                return [.. state[..start], 0xC0, 0xFF, .. state[end..]];
            case 6:
                return [0xEF, 0xBB, 0xBF, .. state];
            case 7:
                var noise = new byte[_random.Next(1, 300)];
                _random.NextBytes(noise);
                return [.. state[..start], .. noise, .. state[end..]];
            default:
                var flipped = (byte[])state.Clone();
                for (var flips = _random.Next(1, 5); flips > 0; flips--)
                    flipped[_random.Next(flipped.Length)] ^= (byte)(1 << _random.Next(8));
                return flipped;
        }
    }

    private byte[] Replace(int start, int end, byte[] by) => [.. _good[..start], .. by, .. _good[end..]];

    private (int Start, int End) Pick(List<(int Start, int End)> places) => places[_random.Next(places.Count)];
}
