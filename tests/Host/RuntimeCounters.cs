namespace NamPlugin.Host;

/// <summary>NamPlugin's account of its runtime's memory, of an interface that it shows in both formats to who knows its name. Any thread.</summary>
public sealed unsafe class RuntimeCounters
{
    private readonly RuntimeCountersTable* _table;
    private readonly void* _self;

    private RuntimeCounters(RuntimeCountersTable* table, void* self)
    {
        _table = table;
        _self = self;
    }

    /// <summary>Collections since the runtime started.</summary>
    public long Collections => (long)_table->Collections(_self);

    /// <summary>Managed bytes allocated by all threads; in steps of a few kilobytes.</summary>
    public long AllocatedBytes => (long)_table->AllocatedBytes(_self);

    /// <summary>Managed bytes allocated by the calling thread, to the byte.</summary>
    public long ThreadAllocatedBytes => (long)_table->ThreadAllocatedBytes(_self);

    /// <summary>Instances that have asked for files which are not there yet.</summary>
    public int LoadingInstances => (int)_table->LoadingInstances(_self);

    /// <summary><see cref="ThreadAllocatedBytes"/> as <c>uint64_t (*)(void *self)</c>.</summary>
    internal nint ThreadAllocatedBytesFunction => (nint)_table->ThreadAllocatedBytes;

    /// <summary>What its functions are called with.</summary>
    internal nint Self => (nint)_self;

    /// <summary>The counters of a table, or null for none.</summary>
    internal static RuntimeCounters? From(RuntimeCountersTable* table, void* self) => table is null ? null : new RuntimeCounters(table, self);
}
