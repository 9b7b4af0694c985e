namespace NamPlugin.Plugin.Voices;

/// <summary>
/// The one door between threads: another thread publishes a new object, the audio thread takes it when a block begins and gives old ones back,
/// and whoever published frees what came back. Wait-free for the audio thread, which allocates, locks and frees nothing.
/// </summary>
/// <typeparam name="T">What is handed over; it carries the link of the way back.</typeparam>
internal sealed class Handoff<T>
    where T : Retirable<T>
{
    private T? _published;
    private T? _retired;

    /// <summary>Offers an object in place of whatever was offered before and not yet taken; that one is freed at once. [main-thread]</summary>
    public void Publish(T item)
    {
        Interlocked.Exchange(ref _published, item)?.Dispose();
        FreeRetired();
    }

    /// <summary>Takes the offered object, or null. [audio-thread]</summary>
    public T? Take() => Volatile.Read(ref _published) is null ? null : Interlocked.Exchange(ref _published, null);

    /// <summary>Gives an object back to be freed. [audio-thread]</summary>
    public void Retire(T item)
    {
        // One thread pushes and the other only ever takes the whole list, so a failed exchange means that the list was taken just now.
        T? head;
        do
        {
            head = Volatile.Read(ref _retired);
            item.NextRetired = head;
        }
        while (Interlocked.CompareExchange(ref _retired, item, head) != head);
    }

    /// <summary>Frees what came back. [main-thread]</summary>
    public void FreeRetired()
    {
        var item = Interlocked.Exchange(ref _retired, null);
        while (item is not null)
        {
            var next = item.NextRetired;
            item.Dispose();
            item = next;
        }
    }

    /// <summary>Frees everything; no audio runs any more. [main-thread]</summary>
    public void Clear()
    {
        Interlocked.Exchange(ref _published, null)?.Dispose();
        FreeRetired();
    }
}
