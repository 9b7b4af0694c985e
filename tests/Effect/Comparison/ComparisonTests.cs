using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Effect.Tests.Playing;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Effect.Comparison;
using NamPlugin.Plugin.State;
using NamPlugin.Tests.Support;

namespace NamPlugin.Effect.Tests.Comparison;

public sealed class ComparisonTests
{
    [Fact]
    public void The_first_switch_changes_nothing_that_sounds()
    {
        using var played = new PlayedEffect();
        played.Load(PlayedEffect.Capture);
        played[ParameterTable.Input] = 6;
        var before = played.Play();
        played.Host.Clear();

        played.Effect.SwitchSide();

        Assert.Equal(ComparisonSide.B, played.Effect.Side);
        Assert.False(played.Effect.IsOtherSideDifferent);
        Assert.Equal((0, 1), (played.Host.ValueChanges, played.Host.SessionChanges));
        Assert.Equal(before, played.Play());
    }

    [Fact]
    public void Each_side_keeps_its_values_and_files_and_the_host_hears_of_one_change()
    {
        using var played = new PlayedEffect();
        played.Load(PlayedEffect.Capture);
        played[ParameterTable.Input] = 6;
        var soundOfA = played.Play();
        played.Effect.SwitchSide();
        played.Load(PlayedEffect.OtherCapture);
        played[ParameterTable.Input] = -3;
        var soundOfB = played.Play();
        Assert.NotEqual(soundOfA, soundOfB);
        Assert.True(played.Effect.IsOtherSideDifferent);

        for (var turn = 0; turn < 2; turn++)
        {
            foreach (var (side, sound, input) in new[] { (ComparisonSide.A, soundOfA, 6.0), (ComparisonSide.B, soundOfB, -3.0) })
            {
                played.Host.Clear();
                played.Effect.SwitchSide();
                Assert.Equal((1, 1), (played.Host.ValueChanges, played.Host.SessionChanges));
                Assert.Equal((side, input), (played.Effect.Side, played[ParameterTable.Input]));
                played.Settle();
                Assert.Equal((1, 1), (played.Host.ValueChanges, played.Host.SessionChanges));
                Assert.Equal(sound, played.Play());
            }
        }
    }

    [Fact]
    public void The_silent_sides_files_stay_in_memory()
    {
        using var folder = new TemporaryFolder();
        var capture = folder["capture.nam"];
        File.Copy(PlayedEffect.Capture, capture);
        using var played = new PlayedEffect();
        played.Load(capture);
        var sound = played.Play();
        played.Effect.SwitchSide();
        played.Effect.Unload(FileKind.Model);
        played.Settle();
        Assert.NotEqual(sound, played.Play());

        // As long and as old as before, so that nobody who trusts his memory looks inside.
        var written = File.GetLastWriteTimeUtc(capture);
        File.WriteAllBytes(capture, new byte[new FileInfo(capture).Length]);
        File.SetLastWriteTimeUtc(capture, written);
        played.Effect.SwitchSide();
        played.Settle();

        Assert.Equal(sound, played.Play());
        Assert.Empty(played.Host.Reports);
    }

    [Fact]
    public void A_file_that_is_still_on_its_way_belongs_to_the_side_that_asked_for_it()
    {
        using var played = new PlayedEffect();
        played.Effect.SwitchSide();
        played.Effect.Load(FileKind.Model, PlayedEffect.Capture);
        played.Effect.SwitchSide();
        played.Settle();
        Assert.Null(played.Effect.PathOf(FileKind.Model));

        played.Effect.SwitchSide();
        played.Settle();
        Assert.Equal(PlayedEffect.Capture, played.Effect.PathOf(FileKind.Model));
    }

    [Fact]
    public void A_missing_file_is_missing_on_its_side_alone()
    {
        using var played = new PlayedEffect();
        played.Load(PlayedEffect.Capture);
        played.Effect.SwitchSide();
        Assert.True(played.TryLoad("""{"namplugin":1,"model":{"path":"/nowhere/a.nam"},"other":{"side":"A","parameters":{},"model":{"path":"/nowhere/b.nam"}}}"""));
        Assert.NotNull(played.Effect.ProblemOf(FileKind.Model));
        Assert.Equal(ComparisonSide.B, played.Effect.Side);

        played.Effect.SwitchSide();
        played.Settle();

        Assert.Equal("/nowhere/b.nam", played.Effect.PathOf(FileKind.Model));
        Assert.Contains("b.nam", played.Effect.ProblemOf(FileKind.Model), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_makes_the_sides_equal_and_stays_when_the_other_moves_on()
    {
        using var played = new PlayedEffect();
        played.Load(PlayedEffect.Capture);
        played[ParameterTable.Bass] = 8;
        played.Host.Clear();
        played.Effect.CopySide(ComparisonSide.A);
        Assert.Equal((0, 1), (played.Host.ValueChanges, played.Host.SessionChanges));
        Assert.False(played.Effect.IsOtherSideDifferent);

        played[ParameterTable.Bass] = 2;
        played.Effect.Unload(FileKind.Model);
        played.Settle();
        Assert.True(played.Effect.IsOtherSideDifferent);
        played.Host.Clear();
        played.Effect.CopySide(ComparisonSide.B);
        played.Settle();

        Assert.Equal((1, 1), (played.Host.ValueChanges, played.Host.SessionChanges));
        Assert.Equal((ComparisonSide.A, 8.0), (played.Effect.Side, played[ParameterTable.Bass]));
        Assert.Equal(PlayedEffect.Capture, played.Effect.PathOf(FileKind.Model));
        Assert.False(played.Effect.IsOtherSideDifferent);
    }

    [Fact]
    public void What_is_no_part_of_a_sound_stays_when_sides_switch()
    {
        using var played = new PlayedEffect();
        played.Effect.SwitchSide();
        Parameter[] apart = [ParameterTable.Bypass, ParameterTable.Interface, ParameterTable.ModelIndex];
        foreach (var parameter in apart)
            played[parameter] = parameter.Maximum;
        Assert.False(played.Effect.IsOtherSideDifferent);

        played.Effect.SwitchSide();

        Assert.All(apart, parameter => Assert.Equal(parameter.Maximum, played[parameter]));
    }

    [Fact]
    public void A_session_brings_both_sides_back_and_is_saved_again_byte_for_byte()
    {
        using var played = new PlayedEffect();
        played.Load(PlayedEffect.Capture);
        played[ParameterTable.Input] = 6;
        var soundOfA = played.Play();
        played.Effect.SwitchSide();
        played.Load(PlayedEffect.OtherCapture);
        played[ParameterTable.Treble] = 9;
        var state = played.State;

        using var restored = new PlayedEffect();
        Assert.True(restored.TryLoad(state));

        Assert.Equal(state, restored.State);
        Assert.Equal(ComparisonSide.B, restored.Effect.Side);
        Assert.Equal(played.Play(), restored.Play());
        restored.Effect.SwitchSide();
        restored.Settle();
        Assert.Equal(soundOfA, restored.Play());
    }

    [Fact]
    public void A_file_on_both_sides_is_taken_along_once()
    {
        using var played = new PlayedEffect();
        played.Load(PlayedEffect.Capture);
        played.Effect.CopySide(ComparisonSide.A);
        var state = JsonNode.Parse(played.State)!;

        Assert.NotNull(state["model"]!["copy"]);
        Assert.Null(state["other"]!["model"]!["copy"]);
        Assert.Equal((string?)state["model"]!["sha256"], (string?)state["other"]!["model"]!["sha256"]);
    }

    [Fact]
    public void A_session_without_a_comparison_ends_the_one_there_was_and_a_preset_does_not()
    {
        using var played = new PlayedEffect();
        played.Effect.SwitchSide();
        played[ParameterTable.Input] = 6;
        Assert.True(played.TryLoad("""{"namplugin":1,"parameters":{"input":3}}""", StatePurpose.Preset));
        Assert.Equal((ComparisonSide.B, true), (played.Effect.Side, played.Effect.IsOtherSideDifferent));

        Assert.True(played.TryLoad("""{"namplugin":1,"parameters":{"input":3}}"""));
        Assert.Equal((ComparisonSide.A, false), (played.Effect.Side, played.Effect.IsOtherSideDifferent));
        Assert.DoesNotContain("other", played.State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", ComparisonSide.A, null)]
    [InlineData("[1,2,{}]", ComparisonSide.A, null)]
    [InlineData("{}", ComparisonSide.A, 0.0)]
    [InlineData("""{"side":"A","parameters":{"input":99,"nonesuch":1},"model":7,"other":{"side":"B"},"weather":[]}""", ComparisonSide.B, 24.0)]
    [InlineData("""{"side":17,"parameters":[]}""", ComparisonSide.A, 0.0)]
    public void Whatever_the_other_side_says_the_session_loads(string other, ComparisonSide side, double? input)
    {
        using var played = new PlayedEffect();
        Assert.True(played.TryLoad($$$"""{"namplugin":1,"other":{{{other}}},"parameters":{"input":3}}"""));

        Assert.Equal((side, 3.0), (played.Effect.Side, played[ParameterTable.Input]));
        played.Effect.SwitchSide();
        Assert.Equal(input ?? 3, played[ParameterTable.Input]);
    }

    // Whatever is done in whatever order, the two sides are what two sheets of paper would say.
    [Fact]
    public void Two_sides_behave_as_two_sheets_of_paper()
    {
        var moves = Gen.Choose(0, 99).ArrayOf();
        Prop.ForAll(moves.ToArbitrary(), sequence =>
        {
            using var played = new PlayedEffect();
            double[]? other = null;
            var active = new double[] { 0, 5 };
            var side = ComparisonSide.A;
            foreach (var move in sequence)
            {
                switch (move % 5)
                {
                    case 0:
                        played.Effect.SwitchSide();
                        (active, other) = (other ?? [.. active], [.. active]);
                        side = side == ComparisonSide.A ? ComparisonSide.B : ComparisonSide.A;
                        break;
                    case 1:
                        played.Effect.CopySide(side);
                        other = [.. active];
                        break;
                    case 2:
                        played.Effect.CopySide(side == ComparisonSide.A ? ComparisonSide.B : ComparisonSide.A);
                        active = [.. other ?? active];
                        break;
                    default:
                        played[ParameterTable.Input] = active[0] = (move % 7) - 3;
                        played[ParameterTable.Bass] = active[1] = move % 3;
                        break;
                }

                Assert.Equal(side, played.Effect.Side);
                Assert.Equal((active[0], active[1]), (played[ParameterTable.Input], played[ParameterTable.Bass]));
                Assert.Equal(other is not null && !other.SequenceEqual(active), played.Effect.IsOtherSideDifferent);
            }
        }).QuickCheckThrowOnFailure();
    }
}
