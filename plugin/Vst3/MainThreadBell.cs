using System.Runtime.InteropServices;
using NamPlugin.Plugin.Vst3.Abi;

namespace NamPlugin.Plugin.Vst3;

/// <summary>
/// Calls the plugin on the host's main thread after something happened on another one: an eventfd in the host's <see cref="IRunLoop"/>. VST3 knows
/// no other way, and not every host lends its loop.
/// </summary>
internal sealed unsafe partial class MainThreadBell : IDisposable
{
    // EFD_CLOEXEC | EFD_NONBLOCK
    private const int CloseOnExecute = 0x80000;
    private const int NonBlocking = 0x800;

    private readonly IRunLoop _loop;
    private readonly void* _handler;
    private readonly int _event;

    private MainThreadBell(IRunLoop loop, void* handler, int @event)
    {
        _loop = loop;
        _handler = handler;
        _event = @event;
    }

    /// <summary>Hangs a bell into the loop of a host, or gives null where the host lends none. [main-thread]</summary>
    /// <param name="host">The object of the host that may know the loop.</param>
    /// <param name="handler">An <see cref="IEventHandler"/>, which outlives the bell.</param>
    public static MainThreadBell? TryHang(void* host, void* handler)
    {
        var loop = new IRunLoop(host is null ? null : FUnknown.Query(host, IRunLoop.Iid));
        if (loop.IsNull)
            return null;
        var @event = EventFd(0, CloseOnExecute | NonBlocking);
        if (@event >= 0 && loop.TryRegister(handler, @event))
            return new MainThreadBell(loop, handler, @event);
        if (@event >= 0)
            _ = Close(@event);
        FUnknown.Release(loop.Instance);
        return null;
    }

    /// <summary>Has the handler called soon. [thread-safe]</summary>
    public void Ring()
    {
        var one = 1UL;
        _ = Write(_event, &one, sizeof(ulong));
    }

    /// <summary>The handler has been called. [main-thread]</summary>
    public void Silence()
    {
        ulong count;
        _ = Read(_event, &count, sizeof(ulong));
    }

    /// <summary>Takes the bell down. [main-thread]</summary>
    public void Dispose()
    {
        _loop.Unregister(_handler);
        FUnknown.Release(_loop.Instance);
        _ = Close(_event);
    }

    [LibraryImport("libc", EntryPoint = "eventfd")]
    private static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int file, void* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, void* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
