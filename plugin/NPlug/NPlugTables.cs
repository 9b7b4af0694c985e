using NamPlugin.Plugin.Vst3;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// NPlug's tables of functions, as hosts call them, with three entries that are not NPlug's. Its process call goes through the loader. And two
/// conversions of IEditController are those of our own shell, without which no host could set a value in the parameter's unit: NPlug answers
/// plainParamToNormalized as if it were asked for the other way, and hands getParamValueByString a text of as many zeros as the host wrote letters.
/// </summary>
internal sealed unsafe class NPlugTables
{
    // Places of functions in the standard's tables, FUnknown's three before them.
    private const int CreateInstance = 6;
    private const int ProcessPlace = 9;
    private const int GetParamValueByString = 11;
    private const int PlainParamToNormalized = 13;

    private readonly nint* _processor;

    /// <summary>Finds the tables, which all instances share, by way of an instance. [main-thread]</summary>
    public NPlugTables(void* factory)
    {
        var classId = Vst3Factory.ClassId;
        var wanted = IAudioProcessor.Iid;
        void* processor = null;
        var create = (delegate* unmanaged<void*, Iid*, Iid*, void**, Result>)TableOf(factory)[CreateInstance];
        if (create(factory, &classId, &wanted, &processor) != Result.Ok)
            throw new InvalidOperationException("NPlug makes no instance of the class that was registered with it.");
        _processor = TableOf(processor);
        BareProcess = _processor[ProcessPlace];

        var controller = FUnknown.Query(processor, IEditController.Iid);
        var own = (nint*)IEditController.Table;
        foreach (var place in (ReadOnlySpan<int>)[GetParamValueByString, PlainParamToNormalized])
            TableOf(controller)[place] = own[place];
        FUnknown.Release(controller);
        FUnknown.Release(processor);
    }

    /// <summary>NPlug's process call.</summary>
    public nint BareProcess { get; }

    /// <summary>Has hosts call a wrapper of <see cref="BareProcess"/> instead. [main-thread]</summary>
    public void WrapProcess(nint wrapper) => _processor[ProcessPlace] = wrapper;

    private static nint* TableOf(void* instance) => *(nint**)instance;
}
