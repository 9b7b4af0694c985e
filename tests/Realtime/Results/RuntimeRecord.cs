namespace NamPlugin.Realtime.Results;

/// <summary>What the runtime in the engine did while audio ran.</summary>
/// <param name="Collections">Collections of any generation.</param>
/// <param name="AllocatedBytes">Managed bytes allocated, by all threads.</param>
internal sealed record RuntimeRecord(long Collections, long AllocatedBytes);
