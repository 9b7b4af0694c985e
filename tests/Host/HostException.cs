namespace NamPlugin.Host;

/// <summary>A plugin refused what it must not refuse, or broke a rule of its format.</summary>
public sealed class HostException(string message) : Exception(message);
