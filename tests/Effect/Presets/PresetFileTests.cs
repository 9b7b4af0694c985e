using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Presets;
using NamPlugin.Plugin.State;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Presets;

public sealed class PresetFileTests : IDisposable
{
    private static readonly PresetMetadata Metadata = new() { Name = "Höhe \"7\"", Author = "Somebody", Description = "Two\nlines", Tags = ["lead", "a,b"] };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_preset_brings_sound_and_description_back()
    {
        using var source = new PlayedEffect();
        source.Load(PlayedEffect.Capture);
        source[ParameterTable.Input] = 6;
        var path = Write(source.Effect, Metadata);

        using var played = new PlayedEffect();
        played.Effect.LoadPreset(path);
        played.Settle();

        Assert.Equal(source.Play(), played.Play());
        Assert.Equal((1, 1), (played.Host.ValueChanges, played.Host.SessionChanges));
        AssertAlike(Metadata with { Version = PluginIdentity.Version }, PresetFile.ReadMetadata(path));
    }

    [Fact]
    public void A_preset_is_a_state_that_hosts_can_load_whatever_they_take_it_for()
    {
        using var source = new PlayedEffect();
        source[ParameterTable.Input] = 6;
        using var preset = source.Effect.SavePreset(Metadata, keepsWidth: false);
        var text = Encoding.UTF8.GetString(preset.Span);
        Assert.StartsWith("""{"preset":{"name":""", text, StringComparison.Ordinal);
        // Somebody else's machine, written in by hand.
        text = text.Replace("\"input\":6", "\"input\":6,\"cal_dbu\":-5", StringComparison.Ordinal);

        using var played = new PlayedEffect();
        played[ParameterTable.Width] = 0.5;
        played[ParameterTable.Interface] = 7;
        Assert.True(played.TryLoad(text, StatePurpose.Session));

        Assert.Equal((6.0, 0.5, 7.0), (played[ParameterTable.Input], played[ParameterTable.Width], played[ParameterTable.Interface]));
    }

    [Theory]
    [InlineData(true, 0.25)]
    [InlineData(false, 0.75)]
    public void A_preset_without_the_width_leaves_it_alone(bool keepsWidth, double expected)
    {
        using var source = new PlayedEffect();
        source[ParameterTable.Width] = 0.25;
        using var preset = source.Effect.SavePreset(Metadata, keepsWidth);
        using var played = new PlayedEffect();
        played[ParameterTable.Width] = 0.75;

        Assert.True(played.TryLoad(Encoding.UTF8.GetString(preset.Span), StatePurpose.Preset));

        Assert.Equal(expected, played[ParameterTable.Width]);
    }

    [Fact]
    public void A_capture_is_found_by_its_place_beside_the_preset_and_known_by_where_it_lies_from_then_on()
    {
        Directory.CreateDirectory(_folder["Presets"]);
        Directory.CreateDirectory(_folder["Captures"]);
        File.Copy(PlayedEffect.Capture, _folder["Captures", "mild.nam"]);
        var path = Write("""{"preset":{"name":"A"},"namplugin":1,"model":{"relative":"../Captures/mild.nam"}}""", "Presets/A.namplugin");
        using var played = new PlayedEffect();

        played.Effect.LoadPreset(path);
        played.Settle();

        Assert.Empty(played.Host.Reports);
        Assert.Null(played.Effect.ProblemOf(FileKind.Model));
        Assert.Equal(_folder["Captures", "mild.nam"], played.Effect.PathOf(FileKind.Model));
        using var restored = new PlayedEffect();
        Assert.True(restored.TryLoad(played.State));
        Assert.Empty(restored.Host.Reports);
        Assert.Equal(played.Play(), restored.Play());
    }

    [Fact]
    public void A_capture_that_a_preset_names_beside_it_and_that_is_not_there_is_said_to_be_missing()
    {
        var path = Write("""{"namplugin":1,"model":{"relative":"gone.nam"}}""");
        using var played = new PlayedEffect();

        played.Effect.LoadPreset(path);
        played.Settle();

        Assert.Contains("gone.nam", played.Effect.ProblemOf(FileKind.Model), StringComparison.Ordinal);
        Assert.Contains("gone.nam", played.State, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_preset_says_is_read_without_what_is_saved_behind_it()
    {
        var path = Write($$"""{"preset":{"name":"Long"},"namplugin":1,"later":"{{new string('x', 100_000)}}" and so on""");

        Assert.Equal("Long", PresetFile.ReadMetadata(path).Name);
        Assert.Throws<FileFormatException>(() => PresetFile.Read(path, out _));
    }

    [Fact]
    public void What_stands_in_front_may_stand_at_the_end()
    {
        var path = Write($$$"""{"later":"{{{new string('x', 100_000)}}}","namplugin":1,"preset":{"name":"Late","weather":[{"rain":1}]}}""");

        Assert.Equal("Late", PresetFile.ReadMetadata(path).Name);
    }

    [Theory]
    [InlineData("""{"namplugin":1}""")]
    [InlineData("""{"namplugin":1,"preset":{}}""")]
    [InlineData("""{"preset":{"name":""},"namplugin":2,"weather":null}""")]
    public void A_preset_without_a_name_has_its_files(string text) => Assert.Equal("A", PresetFile.ReadMetadata(Write(text)).Name);

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{", "line 1")]
    [InlineData("""{"preset":{"name":"A"},"namplugin":1}x""", "line 1")]
    [InlineData("[]", "$: found a list")]
    [InlineData("""{"preset":{"name":"A"}}""", "$: found no version")]
    [InlineData("""{"namplugin":"1"}""", "$: found no version")]
    [InlineData("""{"namplugin":1,"preset":"A"}""", "$.preset: found a text")]
    [InlineData("""{"namplugin":1,"preset":{"name":7}}""", "$.preset.name: found a number")]
    [InlineData("""{"namplugin":1,"preset":{"author":null}}""", "$.preset.author: found true, false or null")]
    [InlineData("""{"namplugin":1,"preset":{"description":"\ud800"}}""", "$.preset.description: found bytes")]
    [InlineData("""{"namplugin":1,"preset":{"tags":{}}}""", "$.preset.tags: found an object")]
    [InlineData("""{"namplugin":1,"preset":{"tags":["a",["b"]]}}""", "$.preset.tags[1]: found a list")]
    [InlineData("""{"namplugin":1,"preset":{"version":"%1000%"}}""", "$.preset.version: found 1000")]
    [InlineData("""{"namplugin":1,"preset":{"name":"%130%"}}""", "$.preset.name: found 130 characters")]
    [InlineData("""{"namplugin":1,"a":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}""", "line 1")]
    public void A_refusal_names_the_file_the_place_and_a_remedy(string text, string place)
    {
        foreach (var count in new[] { 130, 1000 })
            text = text.Replace($"%{count}%", new string('x', count), StringComparison.Ordinal);
        var path = Write(text);

        var refusal = Assert.Throws<FileFormatException>(() => PresetFile.ReadMetadata(path));

        Assert.StartsWith("A.namplugin: " + place, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
        using var played = new PlayedEffect();
        var before = played.State;
        Assert.Throws<FileFormatException>(() => played.Effect.LoadPreset(path));
        Assert.Equal(before, played.State);
    }

    [Fact]
    public void A_file_that_is_far_too_long_is_refused_unread()
    {
        var path = _folder["A.namplugin"];
        using (var file = File.Create(path))
            file.SetLength(PluginEffect.LongestStateBytes + 1);

        Assert.Contains("bytes, expected at most", Assert.Throws<FileFormatException>(() => PresetFile.ReadMetadata(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_so() =>
        Assert.Contains("no such file", Assert.Throws<FileFormatException>(() => PresetFile.ReadMetadata(_folder["none.namplugin"])).Message, StringComparison.Ordinal);

    // Anything but an honest refusal would end a host.
    [Fact]
    public void Damage_is_refused_or_harmless()
    {
        using var source = new PlayedEffect();
        source.Load(PlayedEffect.Capture);
        using var preset = source.Effect.SavePreset(Metadata);
        var good = preset.Span.ToArray();
        using var played = new PlayedEffect();
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var damaged = good[..random.Next(good.Length + 1)];
            for (var flips = random.Next(6); flips > 0 && damaged.Length > 0; flips--)
                damaged[random.Next(Math.Min(damaged.Length, 400))] ^= (byte)(1 << random.Next(8));
            var path = _folder["A.namplugin"];
            File.WriteAllBytes(path, damaged);
            try
            {
                Assert.InRange(PresetFile.ReadMetadata(path).Name.Length, 1, PresetMetadata.LongestName);
                played.Effect.LoadPreset(path);
            }
            catch (FileFormatException refusal)
            {
                Assert.StartsWith("A.namplugin", refusal.Message, StringComparison.Ordinal);
            }

            Assert.All(ParameterTable.All, parameter => Assert.InRange(played[parameter], parameter.Minimum, parameter.Maximum));
        }).QuickCheckThrowOnFailure();
        played.Settle();
    }

    [Fact]
    public void Another_description_changes_nothing_else() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var metadata = new PresetMetadata { Name = Text(random), Author = Text(random), Description = Text(random), Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))] };
            var parts = new List<string> { "\"namplugin\":1", "\"parameters\":{\"input\":3}", "\"later\":[{\"preset\":7}]" };
            if (random.Next(2) == 0)
                parts.Insert(random.Next(parts.Count), "\"preset\":{\"name\":\"old\",\"tags\":[\"a\"]}");
            var space = random.Next(2) == 0 ? "\n  " : "";
            var state = space + "{" + space + string.Join("," + space, parts) + space + "}" + space;

            using var preset = PresetFile.Compose(Encoding.UTF8.GetBytes(state), metadata, "A");

            AssertAlike(metadata.Fitted(), PresetFile.Describe(preset.Span, "A"));
            var (before, after) = (JsonNode.Parse(state)!.AsObject(), JsonNode.Parse(preset.Span)!.AsObject());
            before.Remove("preset");
            after.Remove("preset");
            Assert.True(JsonNode.DeepEquals(before, after));
        }).QuickCheckThrowOnFailure();

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "aß\"\\/\n\u0001{}é漢"[random.Next(11)]));

    private static void AssertAlike(PresetMetadata expected, PresetMetadata actual) => Assert.Equivalent(expected, actual, strict: true);

    private string Write(PluginEffect effect, PresetMetadata metadata)
    {
        using var preset = effect.SavePreset(metadata);
        return Write(Encoding.UTF8.GetString(preset.Span));
    }

    private string Write(string text, string name = "A.namplugin")
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }
}
