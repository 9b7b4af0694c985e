using System.Runtime.InteropServices;

namespace NamPlugin.Host.Clap;

/// <content>Parameters: the list, values, texts, flush.</content>
internal sealed unsafe partial class ClapHostedPlugin
{
    private const int TextBytes = 256;
    private readonly ClapParameters* _parameterTable;
    private readonly HostedParameter[] _parameters;
    private readonly Dictionary<uint, nint> _cookies = [];

    public override IReadOnlyList<HostedParameter> Parameters => _parameters;

    public override void Flush(ReadOnlySpan<AutomationPoint> changes)
    {
        _events.Set(changes, Parameter, CookieOf);
        var outer = Setup is null ? null : EnterAudioThread();
        _parameterTable->Flush(_plugin, _events.Input, _events.Output);
        if (Setup is not null)
            LeaveAudioThread(outer);
    }

    public override double GetValue(uint id)
    {
        double value;
        return _parameterTable->GetValue(_plugin, id, &value) != 0 ? value : throw new HostException($"{Class.Name} has no value for parameter {id}.");
    }

    public override string FormatValue(uint id, double plain)
    {
        var text = stackalloc byte[TextBytes];
        new Span<byte>(text, TextBytes).Fill((byte)'?');
        if (_parameterTable->ValueToText(_plugin, id, plain, text, TextBytes) == 0)
            throw new HostException($"{Class.Name} has no text for {plain} of parameter {id}.");
        if (!new Span<byte>(text, TextBytes).Contains((byte)0))
            throw new HostException($"{Class.Name} does not terminate its text for {plain} of parameter {id}.");
        return Utf8Text.Read(text);
    }

    public override bool TryParseValue(uint id, string text, out double plain)
    {
        var utf8 = Marshal.StringToCoTaskMemUTF8(text);
        double value = 0;
        var isValue = _parameterTable->TextToValue(_plugin, id, (byte*)utf8, &value) != 0;
        Marshal.FreeCoTaskMem(utf8);
        plain = value;
        return isValue;
    }

    private nint CookieOf(uint id) => _cookies[id];

    private HostedParameter[] ReadParameters() => _parameterTable is null ? [] : [.. Enumerable.Range(0, (int)_parameterTable->Count(_plugin)).Select(ReadParameter)];

    private HostedParameter ReadParameter(int index)
    {
        ClapParameterInfo info;
        if (_parameterTable->GetInfo(_plugin, (uint)index, &info) == 0)
            throw new HostException($"{Class.Name} does not show its parameter {index}.");
        _cookies.Add(info.Id, (nint)info.Cookie);
        return new HostedParameter
        {
            Index = index,
            Id = info.Id,
            Name = Utf8Text.Read(info.Name),
            Minimum = info.Minimum,
            Maximum = info.Maximum,
            Default = info.Default,
            StepCount = (info.Flags & 1) != 0 ? (int)(info.Maximum - info.Minimum) : 0,
            Flags = Flags(info.Flags),
        };
    }

    // Bits of clap_param_info_flags.
    private static HostedParameterFlags Flags(uint bits)
    {
        ReadOnlySpan<(int Bit, HostedParameterFlags Flag)> meanings =
        [
            (0, HostedParameterFlags.Stepped), (2, HostedParameterFlags.Hidden), (3, HostedParameterFlags.ReadOnly), (4, HostedParameterFlags.Bypass),
            (5, HostedParameterFlags.Automatable), (10, HostedParameterFlags.Modulatable), (16, HostedParameterFlags.List),
        ];
        var flags = HostedParameterFlags.None;
        foreach (var (bit, flag) in meanings)
            flags |= (bits >> bit & 1) != 0 ? flag : HostedParameterFlags.None;
        return flags;
    }
}
