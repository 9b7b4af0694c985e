namespace NamPlugin.Host.Vst3;

// The method tables of the interfaces that a plugin implements, methods in the order of the headers. An interface pointer points at the address of its table.

/// <summary>A pointer to this is an interface pointer.</summary>
internal unsafe struct Interface<TTable>
    where TTable : unmanaged
{
    public TTable* Table;
}

/// <summary>base/funknown.h</summary>
internal unsafe struct UnknownTable
{
    public delegate* unmanaged[Cdecl]<void*, Guid128*, void**, int> QueryInterface;
    public delegate* unmanaged[Cdecl]<void*, uint> AddRef;
    public delegate* unmanaged[Cdecl]<void*, uint> Release;
}

/// <summary>base/ipluginbase.h: IPluginFactory, 2 and 3.</summary>
internal unsafe struct PluginFactoryTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged[Cdecl]<void*, PFactoryInfo*, int> GetFactoryInfo;
    public delegate* unmanaged[Cdecl]<void*, int> CountClasses;
    public delegate* unmanaged[Cdecl]<void*, int, PClassInfo*, int> GetClassInfo;
    public delegate* unmanaged[Cdecl]<void*, Guid128*, Guid128*, void**, int> CreateInstance;
    public delegate* unmanaged[Cdecl]<void*, int, PClassInfo2*, int> GetClassInfo2;
    public delegate* unmanaged[Cdecl]<void*, int, void*, int> GetClassInfoUnicode;
    public delegate* unmanaged[Cdecl]<void*, void*, int> SetHostContext;
}

/// <summary>base/ipluginbase.h</summary>
internal unsafe struct PluginBaseTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged[Cdecl]<void*, void*, int> Initialize;
    public delegate* unmanaged[Cdecl]<void*, int> Terminate;
}

/// <summary>vst/ivstcomponent.h</summary>
internal unsafe struct ComponentTable
{
    public PluginBaseTable Base;
    public delegate* unmanaged[Cdecl]<void*, Guid128*, int> GetControllerClassId;
    public delegate* unmanaged[Cdecl]<void*, int, int> SetIoMode;
    public delegate* unmanaged[Cdecl]<void*, int, int, int> GetBusCount;
    public delegate* unmanaged[Cdecl]<void*, int, int, int, BusInfo*, int> GetBusInfo;
    public delegate* unmanaged[Cdecl]<void*, void*, void*, int> GetRoutingInfo;
    public delegate* unmanaged[Cdecl]<void*, int, int, int, byte, int> ActivateBus;
    public delegate* unmanaged[Cdecl]<void*, byte, int> SetActive;
    public delegate* unmanaged[Cdecl]<void*, void*, int> SetState;
    public delegate* unmanaged[Cdecl]<void*, void*, int> GetState;
}

/// <summary>vst/ivstaudioprocessor.h</summary>
internal unsafe struct AudioProcessorTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged[Cdecl]<void*, ulong*, int, ulong*, int, int> SetBusArrangements;
    public delegate* unmanaged[Cdecl]<void*, int, int, ulong*, int> GetBusArrangement;
    public delegate* unmanaged[Cdecl]<void*, int, int> CanProcessSampleSize;
    public delegate* unmanaged[Cdecl]<void*, uint> GetLatencySamples;
    public delegate* unmanaged[Cdecl]<void*, ProcessSetup*, int> SetupProcessing;
    public delegate* unmanaged[Cdecl]<void*, byte, int> SetProcessing;
    public delegate* unmanaged[Cdecl]<void*, ProcessData*, int> Process;
    public delegate* unmanaged[Cdecl]<void*, uint> GetTailSamples;
}

/// <summary>vst/ivsteditcontroller.h</summary>
internal unsafe struct EditControllerTable
{
    public PluginBaseTable Base;
    public delegate* unmanaged[Cdecl]<void*, void*, int> SetComponentState;
    public delegate* unmanaged[Cdecl]<void*, void*, int> SetState;
    public delegate* unmanaged[Cdecl]<void*, void*, int> GetState;
    public delegate* unmanaged[Cdecl]<void*, int> GetParameterCount;
    public delegate* unmanaged[Cdecl]<void*, int, ParameterInfo*, int> GetParameterInfo;
    public delegate* unmanaged[Cdecl]<void*, uint, double, char*, int> GetParamStringByValue;
    public delegate* unmanaged[Cdecl]<void*, uint, char*, double*, int> GetParamValueByString;
    public delegate* unmanaged[Cdecl]<void*, uint, double, double> NormalizedParamToPlain;
    public delegate* unmanaged[Cdecl]<void*, uint, double, double> PlainParamToNormalized;
    public delegate* unmanaged[Cdecl]<void*, uint, double> GetParamNormalized;
    public delegate* unmanaged[Cdecl]<void*, uint, double, int> SetParamNormalized;
    public delegate* unmanaged[Cdecl]<void*, void*, int> SetComponentHandler;
    public delegate* unmanaged[Cdecl]<void*, byte*, void*> CreateView;
}

/// <summary>vst/ivstmessage.h</summary>
internal unsafe struct ConnectionPointTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged[Cdecl]<void*, void*, int> Connect;
    public delegate* unmanaged[Cdecl]<void*, void*, int> Disconnect;
    public delegate* unmanaged[Cdecl]<void*, void*, int> Notify;
}

/// <summary>NamPlugin's own: see <see cref="RuntimeCounters"/>.</summary>
internal struct CountersTable
{
    public UnknownTable Unknown;
    public RuntimeCountersTable Counters;
}

/// <summary>gui/iplugview.h: ITimerHandler, called by a run loop.</summary>
internal unsafe struct TimerHandlerTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged[Cdecl]<void*, void> OnTimer;
}

/// <summary>gui/iplugview.h: IEventHandler, called by a run loop.</summary>
internal unsafe struct EventHandlerTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged[Cdecl]<void*, int, void> OnFdIsSet;
}
