using NamPlugin.Host.Requests;

namespace NamPlugin.Host.Vst3;

/// <content>
/// Parameters. A VST3 host sends a change to the processor, with the audio, and shows it to the controller afterwards, on the main thread; both are done here.
/// </content>
internal sealed unsafe partial class Vst3HostedPlugin
{
    private const int TextLength = 128;
    private readonly HostedParameter[] _parameters;
    private readonly Dictionary<uint, double> _played = [];
    private readonly List<AutomationPoint> _waiting = [];

    public override IReadOnlyList<HostedParameter> Parameters => _parameters;

    // VST3's way is a process call without frames and without buses. While the plugin is not active there is no such call: the values are shown to the
    // controller, and the processor hears of them with the first block.
    public override void Flush(ReadOnlySpan<AutomationPoint> changes)
    {
        if (Setup is null)
        {
            foreach (var change in changes)
                _waiting.Add(change with { Frame = 0 });
            FillChanges(changes);
            ShowPlayedValues();
            return;
        }

        if (!_isProcessing)
            SetProcessing(true);
        FillChanges(changes);
        var data = new ProcessData { ProcessMode = Mode(Setup), SymbolicSampleSize = Setup.IsDouble ? 1 : 0, InputParameterChanges = _inputChanges.Pointer, OutputParameterChanges = _outputChanges.Pointer };
        var outer = EnterAudioThread();
        var result = _processor->Table->Process(_processor, &data);
        LeaveAudioThread(outer);
        Require(result, "process without frames");
        RecordOutputChanges();
        ShowPlayedValues();
    }

    public override double GetValue(uint id) => ToPlain(id, _controller->Table->GetParamNormalized(_controller, id));

    public override string FormatValue(uint id, double plain)
    {
        var text = stackalloc char[TextLength];
        new Span<char>(text, TextLength).Fill('?');
        Require(_controller->Table->GetParamStringByValue(_controller, id, ToNormalized(id, plain), text), "getParamStringByValue");
        return ReadText(text);
    }

    public override bool TryParseValue(uint id, string text, out double plain)
    {
        double normalized = 0;
        fixed (char* characters = text)
        {
            var isValue = _controller->Table->GetParamValueByString(_controller, id, characters, &normalized) == Vst3Result.Ok;
            plain = isValue ? ToPlain(id, normalized) : 0;
            return isValue;
        }
    }

    private double ToPlain(uint id, double normalized) => _controller->Table->NormalizedParamToPlain(_controller, id, normalized);

    private double ToNormalized(uint id, double plain) => _controller->Table->PlainParamToNormalized(_controller, id, plain);

    private void FillChanges(ReadOnlySpan<AutomationPoint> changes)
    {
        _inputChanges.Clear();
        _outputChanges.Clear();
        foreach (var change in changes)
        {
            var normalized = change.Kind switch
            {
                AutomationKind.Plain => ToNormalized(change.ParameterId, change.Value),
                AutomationKind.Normalized => change.Value,
                _ => throw new NotSupportedException("VST3 has no parameter modulation."),
            };
            _inputChanges.QueueOf(change.ParameterId).Points.Add((checked((int)change.Frame), normalized));
            lock (_played)
                _played[change.ParameterId] = normalized;
        }
    }

    private void ShowPlayedValues()
    {
        lock (_played)
        {
            foreach (var (id, normalized) in _played)
                Require(_controller->Table->SetParamNormalized(_controller, id, normalized), "setParamNormalized");
            _played.Clear();
        }
    }

    private void RecordOutputChanges()
    {
        foreach (var queue in _outputChanges.Queues)
        {
            foreach (var (_, normalized) in queue.Points)
                Requests.Edits.Enqueue(new ParameterEdit(ParameterEditKind.Value, queue.ParameterId, normalized));
        }
    }

    private HostedParameter[] ReadParameters() => [.. Enumerable.Range(0, _controller->Table->GetParameterCount(_controller)).Select(ReadParameter)];

    private HostedParameter ReadParameter(int index)
    {
        ParameterInfo info;
        Require(_controller->Table->GetParameterInfo(_controller, index, &info), "getParameterInfo");
        return new HostedParameter
        {
            Index = index,
            Id = info.Id,
            Name = ReadText(info.Title),
            Unit = ReadText(info.Units),
            Minimum = ToPlain(info.Id, 0),
            Maximum = ToPlain(info.Id, 1),
            Default = ToPlain(info.Id, info.DefaultNormalizedValue),
            StepCount = info.StepCount,
            Flags = Flags(info.Flags, info.StepCount),
        };
    }

    private static HostedParameterFlags Flags(int bits, int stepCount)
    {
        ReadOnlySpan<(int Bit, HostedParameterFlags Flag)> meanings =
        [
            (0, HostedParameterFlags.Automatable), (1, HostedParameterFlags.ReadOnly), (3, HostedParameterFlags.List), (4, HostedParameterFlags.Hidden), (16, HostedParameterFlags.Bypass),
        ];
        var flags = stepCount > 0 ? HostedParameterFlags.Stepped : HostedParameterFlags.None;
        foreach (var (bit, flag) in meanings)
            flags |= (bits >> bit & 1) != 0 ? flag : HostedParameterFlags.None;
        return flags;
    }

    private string ReadText(char* text)
    {
        var characters = new ReadOnlySpan<char>(text, TextLength);
        var end = characters.IndexOf('\0');
        return end >= 0 ? characters[..end].ToString() : throw new HostException($"{Class.Name} does not terminate a text.");
    }
}
