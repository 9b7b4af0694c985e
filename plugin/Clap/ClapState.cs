using System.Runtime.InteropServices;
using NamPlugin.Plugin.Clap.Abi;
using NamPlugin.Plugin.Clap.Extensions;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.State;

namespace NamPlugin.Plugin.Clap;

/// <summary>States to and from a host's streams, which may take and give them in pieces of any size.</summary>
internal static unsafe class ClapState
{
    private const int FirstBytes = 1 << 16;

    /// <summary>Saves an instance. [main-thread]</summary>
    public static bool TrySave(ClapInstance instance, ClapOutputStream* stream, StatePurpose purpose)
    {
        if (stream == null || instance.Effect is not { } effect)
            return false;
        using var state = effect.SaveState(purpose);
        var done = 0;
        while (done < state.Length)
        {
            var count = stream->Write(stream, state.Pointer + done, (ulong)(state.Length - done));
            if (count <= 0 || count > state.Length - done)
            {
                instance.Host.Log(LogSeverity.Error, $"The host took {done} of {state.Length} bytes of the state.");
                return false;
            }

            done += (int)count;
        }

        return true;
    }

    /// <summary>Loads an instance; false, and nothing changed, for what is no state. [main-thread]</summary>
    public static bool TryLoad(ClapInstance instance, ClapInputStream* stream, StatePurpose purpose)
    {
        if (stream == null || instance.Effect is not { } effect)
            return false;
        var bytes = (byte*)null;
        try
        {
            if (!TryRead(instance, stream, ref bytes, out var length))
                return false;
            instance.Host.BeginStateLoad();
            try
            {
                return effect.TryLoadState(new ReadOnlySpan<byte>(bytes, length), purpose);
            }
            finally
            {
                instance.Host.EndStateLoad();
            }
        }
        finally
        {
            NativeMemory.Free(bytes);
        }
    }

    private static bool TryRead(ClapInstance instance, ClapInputStream* stream, ref byte* bytes, out int length)
    {
        length = 0;
        for (var capacity = FirstBytes; ; capacity = Math.Min(capacity * 2, PluginEffect.LongestStateBytes + 1))
        {
            bytes = (byte*)NativeMemory.Realloc(bytes, (nuint)capacity);
            while (length < capacity)
            {
                var count = stream->Read(stream, bytes + length, (ulong)(capacity - length));
                if (count == 0)
                    return true;
                if (count < 0 || count > capacity - length)
                {
                    instance.Host.Log(LogSeverity.Error, $"The host's stream broke after {length} bytes of a state.");
                    return false;
                }

                length += (int)count;
            }

            if (length > PluginEffect.LongestStateBytes)
            {
                instance.Host.Log(LogSeverity.Error, $"A state of more than {PluginEffect.LongestStateBytes >> 20} MB is none of this plugin.");
                return false;
            }
        }
    }
}
