using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using NamPlugin.Dsp.Formats;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Presets;

namespace NamPlugin.Effect.Tests.Presets;

public sealed class VstPresetFileTests
{
    private static readonly PresetMetadata Metadata = new() { Name = "A & <B> \"C\"" };

    [Fact]
    public void The_bytes_lie_where_the_format_has_them()
    {
        using var buffer = VstPresetFile.Compose("{state}"u8, Metadata);
        var file = buffer.Span;

        Assert.True(file[..4].SequenceEqual("VST3"u8));
        Assert.Equal(1, BinaryPrimitives.ReadInt32LittleEndian(file[4..]));
        Assert.Equal(PluginIdentity.Vst3ComponentId, Encoding.ASCII.GetString(file[8..40]));
        var list = file[(int)BinaryPrimitives.ReadInt64LittleEndian(file[40..])..];
        Assert.True(list[..4].SequenceEqual("List"u8));
        Assert.Equal(2, BinaryPrimitives.ReadInt32LittleEndian(list[4..]));
        Assert.Equal(8 + (2 * 20), list.Length);
        Assert.Equal("Comp: {state}", Chunk(file, list[8..]));
        var information = Chunk(file, list[28..]);
        Assert.StartsWith("Info: ", information, StringComparison.Ordinal);
        var attributes = XDocument.Parse(information[6..]).Root!.Elements("Attribute").ToDictionary(a => (string)a.Attribute("id")!, a => (string)a.Attribute("value")!);
        Assert.Equal((Metadata.Name, "NamPlugin", "VstPreset"), (attributes["Name"], attributes["PlugInName"], attributes["MediaType"]));

        static string Chunk(ReadOnlySpan<byte> file, ReadOnlySpan<byte> entry) =>
            $"{Encoding.ASCII.GetString(entry[..4])}: {Encoding.UTF8.GetString(file.Slice((int)BinaryPrimitives.ReadInt64LittleEndian(entry[4..]), (int)BinaryPrimitives.ReadInt64LittleEndian(entry[12..])))}";
    }

    [Fact]
    public void A_state_comes_back() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ToArbitrary(), state =>
        {
            using var file = VstPresetFile.Compose(state, Metadata);
            Assert.True(VstPresetFile.ComponentState(file.Span, "a").SequenceEqual(state));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damage_is_refused_or_harmless()
    {
        using var good = VstPresetFile.Compose("{state}"u8, Metadata);
        var original = good.Span.ToArray();
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var damaged = original[..(random.Next(3) == 0 ? random.Next(original.Length + 1) : original.Length)];
            for (var changes = random.Next(1, 5); changes > 0 && damaged.Length > 0; changes--)
            {
                // The header and the list are what a reader trusts.
                var place = random.Next(2) == 0 ? random.Next(Math.Min(damaged.Length, 48)) : damaged.Length - 1 - random.Next(Math.Min(damaged.Length, 48));
                damaged[place] = (byte)random.Next(256);
            }

            try
            {
                Assert.InRange(VstPresetFile.ComponentState(damaged, "a.vstpreset").Length, 0, damaged.Length);
            }
            catch (FileFormatException refusal)
            {
                Assert.StartsWith("a.vstpreset: byte ", refusal.Message, StringComparison.Ordinal);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Another_plugins_preset_is_refused()
    {
        using var file = VstPresetFile.Compose("{state}"u8, Metadata);
        file[8] ^= 1;

        Assert.Contains("another plugin", Assert.Throws<FileFormatException>(() => VstPresetFile.ComponentState(file.Span, "a").Length).Message, StringComparison.Ordinal);
    }
}
