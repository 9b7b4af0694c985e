using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary>
/// <c>clap.context-menu</c>: a menu at a parameter, wherever it is opened, holds what both sides have to offer. Ours is the way back to the default.
/// </summary>
internal static unsafe class ContextMenuExtension
{
    private const uint ResetAction = 1;
    private const int LabelBytes = 64;

    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable { Populate = &Populate, Perform = &Perform });

    public static ReadOnlySpan<byte> Id => "clap.context-menu/1"u8;

    /// <summary>What older hosts ask for and offer; the same tables.</summary>
    public static ReadOnlySpan<byte> DraftId => "clap.context-menu.draft/0"u8;

    [UnmanagedCallersOnly]
    private static byte Populate(ClapPlugin* plugin, ClapContextMenuTarget* target, ClapContextMenuBuilder* builder)
    {
        try
        {
            if (builder == null || ClapInstance.Of(plugin)?.Effect is not { } effect)
                return ClapBool.False;

            // The plugin as a whole has no entries.
            if (target == null || target->Kind != ClapContextMenuTarget.Parameter)
                return ClapBool.True;
            if (!TryFind(target, out var parameter))
                return ClapBool.False;

            // A button stays nowhere from which it could go back.
            return ClapBool.From(parameter.Flags.HasFlag(ParameterFlags.Momentary) || TryAddReset(parameter, effect.GetValue(parameter.Index), builder));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte Perform(ClapPlugin* plugin, ClapContextMenuTarget* target, uint action)
    {
        try
        {
            if (action != ResetAction || !TryFind(target, out var parameter) || parameter.Flags.HasFlag(ParameterFlags.Momentary) || ClapInstance.Of(plugin) is not { Effect: not null } instance)
                return ClapBool.False;
            instance.Edit(parameter, parameter.Default);
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    private static bool TryFind(ClapContextMenuTarget* target, out Parameter parameter)
    {
        var index = target != null && target->Kind == ClapContextMenuTarget.Parameter ? ParameterTable.IndexOf(target->Id) : -1;
        parameter = ParameterTable.All[Math.Max(index, 0)];
        return index >= 0;
    }

    private static bool TryAddReset(Parameter parameter, double value, ClapContextMenuBuilder* builder)
    {
        var label = stackalloc byte[LabelBytes];
        var room = new Span<byte>(label, LabelBytes);
        "Reset to "u8.CopyTo(room);
        var length = "Reset to "u8.Length;
        length += parameter.Format(parameter.Default, room[length..^1]);
        label[length] = 0;
        var entry = new ClapContextMenuEntry { Label = label, IsEnabled = ClapBool.From(value != parameter.Default), ActionId = ResetAction };
        return builder->AddItem(builder, ClapContextMenuEntry.ItemKind, &entry) != ClapBool.False;
    }

    /// <summary><c>clap_plugin_context_menu</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, ClapContextMenuTarget*, ClapContextMenuBuilder*, byte> Populate;
        public delegate* unmanaged<ClapPlugin*, ClapContextMenuTarget*, uint, byte> Perform;
    }

    /// <summary><c>clap_host_context_menu</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, ClapContextMenuTarget*, ClapContextMenuBuilder*, byte> Populate;
        public delegate* unmanaged<ClapHost*, ClapContextMenuTarget*, uint, byte> Perform;
        public delegate* unmanaged<ClapHost*, byte> CanPopup;
        public delegate* unmanaged<ClapHost*, ClapContextMenuTarget*, int, int, int, byte> Popup;
    }

    /// <summary>The host's menu at a parameter, for an editor; nothing where the host has none.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id, DraftId);

        /// <summary>Whether the host can show the menu itself, now that the editor has its window. [main-thread]</summary>
        public bool CanShow => _table != null && _table->CanPopup(host) != ClapBool.False;

        /// <summary>Lets the host show the menu, its own entries and the plugin's. [main-thread]</summary>
        /// <param name="parameter">What was clicked.</param>
        /// <param name="screen">The screen, where the editor is a window of its own; 0 otherwise.</param>
        /// <param name="x">Pixels from the left of the editor, or of the screen.</param>
        /// <param name="y">Pixels from the top of either.</param>
        public bool TryShow(Parameter parameter, int screen, int x, int y)
        {
            var target = TargetOf(parameter);
            return _table != null && _table->Popup(host, &target, screen, x, y) != ClapBool.False;
        }

        /// <summary>Adds the host's entries to a menu that the editor shows. [main-thread]</summary>
        public bool TryPopulate(Parameter parameter, ClapContextMenuBuilder* builder)
        {
            var target = TargetOf(parameter);
            return _table != null && _table->Populate(host, &target, builder) != ClapBool.False;
        }

        /// <summary>Does what one of those entries stands for. [main-thread]</summary>
        public bool TryPerform(Parameter parameter, uint action)
        {
            var target = TargetOf(parameter);
            return _table != null && _table->Perform(host, &target, action) != ClapBool.False;
        }

        private static ClapContextMenuTarget TargetOf(Parameter parameter) => new() { Kind = ClapContextMenuTarget.Parameter, Id = parameter.Number };
    }
}
