using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Effect;

namespace NamPlugin.Plugin.Clap.Extensions;

/// <summary>
/// <c>clap.params</c>: the parameter table as hosts see it. Ids are the table's numbers and values its plain ones. Changes come with the blocks of
/// audio (<see cref="ClapParameterEvents"/>) or through <c>flush</c>; none is ever sent back to the host that made it. What is changed by hand within the
/// plugin goes the other way (<see cref="ClapEditQueue"/>).
/// </summary>
internal static unsafe class ParametersExtension
{
    private const uint IsStepped = 1 << 0;
    private const uint IsBypass = 1 << 4;
    private const uint IsAutomatable = 1 << 5;
    private const uint IsModulatable = 1 << 10;
    private const uint IsEnum = 1 << 16;
    private const uint RescanValues = 1 << 0;
    private const uint RescanTexts = 1 << 1;

    /// <summary>What hosts get for <see cref="Id"/>.</summary>
    public static readonly PluginTable* Table = NativeTable.Keep(new PluginTable
    {
        Count = &Count,
        GetInfo = &GetInfo,
        GetValue = &GetValue,
        ValueToText = &ValueToText,
        TextToValue = &TextToValue,
        Flush = &Flush,
    });

    public static ReadOnlySpan<byte> Id => "clap.params"u8;

    [UnmanagedCallersOnly]
    private static uint Count(ClapPlugin* plugin) => (uint)ParameterTable.All.Length;

    [UnmanagedCallersOnly]
    private static byte GetInfo(ClapPlugin* plugin, uint index, ClapParameterInfo* info)
    {
        try
        {
            if (index >= (uint)ParameterTable.All.Length || info == null)
                return ClapBool.False;
            var parameter = ParameterTable.All[(int)index];
            *info = new ClapParameterInfo
            {
                Id = parameter.Number,
                Flags = FlagsOf(parameter),
                Minimum = parameter.Minimum,
                Maximum = parameter.Maximum,
                Default = parameter.Default,
            };
            ClapText.Write(parameter.Name, info->Name, ClapText.NameSize);
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte GetValue(ClapPlugin* plugin, uint id, double* value)
    {
        try
        {
            var index = ParameterTable.IndexOf(id);
            if (index < 0 || value == null || ClapInstance.Of(plugin)?.Effect is not { } effect)
                return ClapBool.False;
            *value = effect.GetValue(index);
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte ValueToText(ClapPlugin* plugin, uint id, double value, byte* text, uint capacity)
    {
        try
        {
            var index = ParameterTable.IndexOf(id);
            if (index < 0 || text == null || capacity == 0)
                return ClapBool.False;
            var room = new Span<byte>(text, (int)Math.Min(capacity - 1, Parameter.LongestTextBytes));
            text[ParameterTable.All[index].Format(value, room)] = 0;
            return ClapBool.True;
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static byte TextToValue(ClapPlugin* plugin, uint id, byte* text, double* value)
    {
        try
        {
            var index = ParameterTable.IndexOf(id);
            return ClapBool.From(index >= 0 && text != null && value != null && ParameterTable.All[index].TryParse(ClapText.Read(text), out *value));
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
            return ClapBool.False;
        }
    }

    [UnmanagedCallersOnly]
    private static void Flush(ClapPlugin* plugin, ClapInputEvents* input, ClapOutputEvents* output)
    {
        try
        {
            ClapInstance.Of(plugin)?.Flush(input, output);
        }
        catch (Exception exception)
        {
            ClapFault.Report(plugin, exception);
        }
    }

    private static uint FlagsOf(Parameter parameter)
    {
        var flags = parameter.Choices.Length > 0 ? IsEnum : 0;
        if (parameter.Flags.HasFlag(ParameterFlags.Stepped))
            flags |= IsStepped;
        if (parameter.Flags.HasFlag(ParameterFlags.Bypass))
            flags |= IsBypass;
        if (parameter.Flags.HasFlag(ParameterFlags.Automatable))
            flags |= IsAutomatable;
        if (parameter.Flags.HasFlag(ParameterFlags.Modulatable))
            flags |= IsModulatable;
        return flags;
    }

    /// <summary><c>clap_plugin_params</c>.</summary>
    public struct PluginTable
    {
        public delegate* unmanaged<ClapPlugin*, uint> Count;
        public delegate* unmanaged<ClapPlugin*, uint, ClapParameterInfo*, byte> GetInfo;
        public delegate* unmanaged<ClapPlugin*, uint, double*, byte> GetValue;
        public delegate* unmanaged<ClapPlugin*, uint, double, byte*, uint, byte> ValueToText;
        public delegate* unmanaged<ClapPlugin*, uint, byte*, double*, byte> TextToValue;
        public delegate* unmanaged<ClapPlugin*, ClapInputEvents*, ClapOutputEvents*, void> Flush;
    }

    /// <summary><c>clap_host_params</c>.</summary>
    public struct HostTable
    {
        public delegate* unmanaged<ClapHost*, uint, void> Rescan;
        public delegate* unmanaged<ClapHost*, uint, uint, void> Clear;
        public delegate* unmanaged<ClapHost*, void> RequestFlush;
    }

    /// <summary>What a host can be told; nothing where it does not know the extension.</summary>
    public readonly struct Host(ClapHost* host)
    {
        private readonly HostTable* _table = (HostTable*)ClapExtensions.OfHost(host, Id);

        /// <summary>Any number of values changed at once, without automation to record. [main-thread]</summary>
        public void AnnounceValues()
        {
            if (_table != null)
                _table->Rescan(host, RescanValues | RescanTexts);
        }

        /// <summary>The plugin has edits of its own to hand over. Not from the audio thread. [thread-safe]</summary>
        public void RequestFlush()
        {
            if (_table != null)
                _table->RequestFlush(host);
        }
    }
}
