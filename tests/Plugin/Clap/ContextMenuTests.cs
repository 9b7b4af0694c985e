using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NamPlugin.Host;
using NamPlugin.Host.Audio;
using NamPlugin.Host.Clap;
using NamPlugin.Host.Requests;

namespace NamPlugin.Plugin.Tests.Clap;

public sealed unsafe class ContextMenuTests
{
    private const uint Whole = 0, Parameter = 1;
    private const uint Input = 10;

    private static readonly string[] Buttons = ["Next Model", "Previous Model", "Next IR", "Previous IR"];

    [Fact]
    public void Every_parameter_offers_the_way_back_to_its_default() => ClapRun.Run(plugin =>
    {
        plugin.SetValue(Input, 12);

        foreach (var parameter in plugin.Parameters.Where(parameter => !Buttons.Contains(parameter.Name)))
        {
            var (label, isEnabled, _) = Assert.Single(Menu(plugin, Parameter, parameter.Id)!);
            Assert.Equal($"Reset to {plugin.FormatValue(parameter.Id, parameter.Default)}", label);
            Assert.Equal(parameter.Id == Input, isEnabled);
        }
    });

    [Fact]
    public void A_button_offers_nothing() => ClapRun.Run(plugin =>
        Assert.All(Buttons, name => Assert.Empty(Menu(plugin, Parameter, plugin.Parameter(name).Id)!)));

    [Fact]
    public void The_plugin_as_a_whole_has_no_entries_and_an_unknown_parameter_no_menu() => ClapRun.Run(plugin =>
    {
        Assert.Empty(Menu(plugin, null)!);
        Assert.Empty(Menu(plugin, Whole)!);
        Assert.Null(Menu(plugin, Parameter, 12345));
        Assert.Null(Menu(plugin, Parameter, Input, addsItems: false));
        var table = Table(plugin);
        Assert.Equal(0, table->Populate(plugin.Native, null, null));
    });

    [Fact]
    public void What_was_not_offered_is_not_performed() => ClapRun.Run(plugin =>
    {
        plugin.SetValue(Input, 12);
        var table = Table(plugin);
        var target = new ClapContextMenuTarget { Kind = Parameter, Id = Input };
        var unknown = new ClapContextMenuTarget { Kind = Parameter, Id = 12345 };
        var whole = new ClapContextMenuTarget { Kind = Whole, Id = Input };

        Assert.Equal(0, table->Perform(plugin.Native, &target, 77));
        Assert.Equal(0, table->Perform(plugin.Native, &unknown, 1));
        Assert.Equal(0, table->Perform(plugin.Native, &whole, 1));
        Assert.Equal(0, table->Perform(plugin.Native, null, 1));
        Assert.Equal(12, plugin.GetValue(Input));
        Assert.Equal(0, plugin.Requests.Flushes);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reset_is_heard_at_once_and_reported_as_one_gesture(bool isActive) => ClapRun.Run(plugin =>
    {
        plugin.SetValue(Input, 12);
        if (isActive)
            plugin.Activate(new ProcessingSetup { MaximumFrames = 64 });
        Reset(plugin, Input);

        Assert.Equal(0, plugin.GetValue(Input));
        Assert.Equal(1, plugin.Requests.Flushes);
        Assert.Empty(plugin.Requests.Edits);

        TakeEdits(plugin, isActive);
        TakeEdits(plugin, isActive);

        Assert.Equal(
            [new ParameterEdit(ParameterEditKind.Begin, Input, 0), new ParameterEdit(ParameterEditKind.Value, Input, 0), new ParameterEdit(ParameterEditKind.End, Input, 0)],
            plugin.Requests.Edits);
    });

    // A host that takes nothing for long is told of the values as a whole instead, and no gesture is cut.
    [Fact]
    public void Resets_that_nobody_fetches_do_not_pile_up() => ClapRun.Run(plugin =>
    {
        for (var reset = 0; reset < 1000; reset++)
            Reset(plugin, Input);
        plugin.Flush([]);

        var edits = plugin.Requests.Edits.Select(edit => edit.Kind).ToList();
        Assert.InRange(edits.Count, 3, 999);
        Assert.Equal(1000, plugin.Requests.Flushes + plugin.Requests.ValueChanges);
        Assert.Equal(edits, Enumerable.Repeat(new[] { ParameterEditKind.Begin, ParameterEditKind.Value, ParameterEditKind.End }, edits.Count / 3).SelectMany(kinds => kinds));
    });

    private static void TakeEdits(HostedPlugin plugin, bool isActive)
    {
        if (!isActive)
        {
            plugin.Flush([]);
            return;
        }

        using var buffers = new AudioBuffers(plugin.Layout, 64);
        buffers.Load(Signals.Guitar(64), 0, 64);
        plugin.Process(buffers);
    }

    private static void Reset(ClapHostedPlugin plugin, uint id)
    {
        var (_, _, action) = Assert.Single(Menu(plugin, Parameter, id)!);
        var target = new ClapContextMenuTarget { Kind = Parameter, Id = id };
        Assert.Equal(1, Table(plugin)->Perform(plugin.Native, &target, action));
    }

    private static ClapContextMenu* Table(ClapHostedPlugin plugin) => plugin.Extension<ClapContextMenu>("clap.context-menu/1"u8);

    // Null where the plugin refuses.
    private static List<(string Label, bool IsEnabled, uint Action)>? Menu(ClapHostedPlugin plugin, uint? kind, uint id = 0, bool addsItems = true)
    {
        var entries = new List<(string, bool, uint)>();
        var handle = GCHandle.Alloc(addsItems ? entries : null);
        var builder = new ClapContextMenuBuilder { Context = GCHandle.ToIntPtr(handle), AddItem = &AddItem, Supports = &Supports };
        var target = new ClapContextMenuTarget { Kind = kind ?? 0, Id = id };
        var isFilled = Table(plugin)->Populate(plugin.Native, kind is null ? null : &target, &builder) != 0;
        handle.Free();
        return isFilled ? entries : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte AddItem(ClapContextMenuBuilder* builder, uint kind, void* data)
    {
        if (kind != 0 || GCHandle.FromIntPtr(builder->Context).Target is not List<(string, bool, uint)> entries)
            return 0;
        var entry = (ClapContextMenuEntry*)data;
        entries.Add((Utf8Text.Read(entry->Label), entry->IsEnabled != 0, entry->ActionId));
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Supports(ClapContextMenuBuilder* builder, uint kind) => 1;
}
