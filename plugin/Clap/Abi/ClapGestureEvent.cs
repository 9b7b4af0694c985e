namespace NamPlugin.Plugin.Clap.Abi;

/// <summary><c>clap_event_param_gesture</c>: a hand takes hold of a parameter, or lets go.</summary>
internal struct ClapGestureEvent
{
    public ClapEventHeader Header;
    public uint ParameterId;
}
