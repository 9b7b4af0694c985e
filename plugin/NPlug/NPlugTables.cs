using NamPlugin.Plugin.Vst3;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.NPlugShell;

/// <summary>
/// NPlug's tables of functions, as hosts call them, with some entries that are not NPlug's. Its process call goes through the loader. Two conversions of
/// IEditController are those of our own shell, without which no host could set a value in the parameter's unit: NPlug answers plainParamToNormalized as
/// if it were asked for the other way, and hands getParamValueByString a text of as many zeros as the host wrote letters. The others do something
/// around what NPlug does: <see cref="NPlugClassInfo"/>, <see cref="NPlugQueries"/>, <see cref="NPlugStreams"/>.
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
        NPlugClassInfo.Replace(factory);
        var component = Create(factory, IComponent.Iid);
        var processor = FUnknown.Query(component, IAudioProcessor.Iid);
        var controller = FUnknown.Query(component, IEditController.Iid);
        _processor = TableOf(processor);
        BareProcess = _processor[ProcessPlace];

        var own = (nint*)IEditController.Table;
        foreach (var place in (ReadOnlySpan<int>)[GetParamValueByString, PlainParamToNormalized])
            Replace(controller, place, own[place]);
        NPlugStreams.Replace(component, controller);

        // Each of these interfaces has a table with a queryInterface of its own.
        foreach (var iid in (ReadOnlySpan<Iid>)[
            IPluginBase.Iid, IComponent.Iid, IAudioProcessor.Iid, IEditController.Iid, IConnectionPoint.Iid, IProcessContextRequirements.Iid])
        {
            var face = FUnknown.Query(component, iid);
            NPlugQueries.Replace(face);
            FUnknown.Release(face);
        }

        FUnknown.Release(controller);
        FUnknown.Release(processor);
        FUnknown.Release(component);
    }

    /// <summary>NPlug's process call.</summary>
    public nint BareProcess { get; }

    /// <summary>Puts a function into the table of an interface and gives the one that was in its place. [main-thread]</summary>
    public static nint Replace(void* instance, int place, nint function)
    {
        var table = TableOf(instance);
        var bare = table[place];
        table[place] = function;
        return bare;
    }

    /// <summary>Has hosts call a wrapper of <see cref="BareProcess"/> instead. [main-thread]</summary>
    public void WrapProcess(nint wrapper) => _processor[ProcessPlace] = wrapper;

    private static void* Create(void* factory, Iid wanted)
    {
        var classId = Vst3Factory.ClassId;
        void* instance = null;
        var create = (delegate* unmanaged<void*, Iid*, Iid*, void**, Result>)TableOf(factory)[CreateInstance];
        if (create(factory, &classId, &wanted, &instance) != Result.Ok)
            throw new InvalidOperationException("NPlug makes no instance of the class that was registered with it.");
        return instance;
    }

    private static nint* TableOf(void* instance) => *(nint**)instance;
}
