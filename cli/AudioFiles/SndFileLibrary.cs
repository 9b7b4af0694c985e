using System.Runtime.InteropServices;
using NamPlugin.Dsp.Formats;

namespace NamPlugin.Cli.AudioFiles;

/// <summary>
/// The few functions of libsndfile (1.0.28 or later) that are used, looked up when the first FLAC or AIFF file appears: the tool runs without the
/// library as long as there is none.
/// </summary>
internal sealed unsafe class SndFileLibrary
{
    private static readonly Lazy<SndFileLibrary?> Installed = new(() => TryLoad(InstalledNames()));

    private readonly delegate* unmanaged[Cdecl]<byte*, int, SndFileInfo*, nint> _open;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _close;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*> _describeError;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _errorOf;
    private readonly delegate* unmanaged[Cdecl]<nint, int*, long, long> _readIntegers;
    private readonly delegate* unmanaged[Cdecl]<nint, float*, long, long> _readFloats;
    private readonly delegate* unmanaged[Cdecl]<nint, int*, long, long> _writeIntegers;
    private readonly delegate* unmanaged[Cdecl]<nint, float*, long, long> _writeFloats;
    private readonly delegate* unmanaged[Cdecl]<nint, long, int, long> _seek;
    private readonly delegate* unmanaged[Cdecl]<nint, int, void*, int, int> _command;

    private SndFileLibrary(nint library)
    {
        _open = (delegate* unmanaged[Cdecl]<byte*, int, SndFileInfo*, nint>)NativeLibrary.GetExport(library, "sf_open");
        _close = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "sf_close");
        _describeError = (delegate* unmanaged[Cdecl]<nint, byte*>)NativeLibrary.GetExport(library, "sf_strerror");
        _errorOf = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "sf_error");
        _readIntegers = (delegate* unmanaged[Cdecl]<nint, int*, long, long>)NativeLibrary.GetExport(library, "sf_readf_int");
        _readFloats = (delegate* unmanaged[Cdecl]<nint, float*, long, long>)NativeLibrary.GetExport(library, "sf_readf_float");
        _writeIntegers = (delegate* unmanaged[Cdecl]<nint, int*, long, long>)NativeLibrary.GetExport(library, "sf_writef_int");
        _writeFloats = (delegate* unmanaged[Cdecl]<nint, float*, long, long>)NativeLibrary.GetExport(library, "sf_writef_float");
        _seek = (delegate* unmanaged[Cdecl]<nint, long, int, long>)NativeLibrary.GetExport(library, "sf_seek");
        _command = (delegate* unmanaged[Cdecl]<nint, int, void*, int, int>)NativeLibrary.GetExport(library, "sf_command");
    }

    /// <summary>Whether FLAC and AIFF can be read and written on this machine.</summary>
    public static bool IsInstalled => Installed.Value is not null;

    /// <summary>The installed library.</summary>
    /// <param name="path">The file that needs it.</param>
    /// <param name="container">What that file is.</param>
    /// <exception cref="FileFormatException">It is not installed; says how to install it.</exception>
    public static SndFileLibrary Require(string path, AudioContainer container) => Installed.Value ?? throw NotInstalled(path, container);

    /// <summary>The first library of a list that can be loaded, or none.</summary>
    public static SndFileLibrary? TryLoad(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
                return new SndFileLibrary(library);
        }

        return null;
    }

    /// <summary>The refusal that names what to install.</summary>
    public static FileFormatException NotInstalled(string path, AudioContainer container)
    {
        var install = OperatingSystem.IsMacOS() ? "brew install libsndfile" : OperatingSystem.IsLinux() ? "on Debian and Ubuntu: sudo apt install libsndfile1" : "from libsndfile.github.io";
        return new FileFormatException(path, string.Empty, $"{container.ToString().ToUpperInvariant()}, which needs libsndfile", "that library to be installed", $"Install it ({install}) or use WAV.");
    }

    /// <summary>Opens a file; 0 when that fails. What is written carries no time of day, so that the same sound gives the same bytes.</summary>
    public nint Open(string path, bool forWriting, ref SndFileInfo info)
    {
        const int Read = 0x10;
        const int Write = 0x20;
        const int SetAddPeakChunk = 0x1050;
        var utf8 = (byte*)Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            nint file;
            fixed (SndFileInfo* pointer = &info)
                file = _open(utf8, forWriting ? Write : Read, pointer);
            if (file != 0 && forWriting)
                _command(file, SetAddPeakChunk, null, 0);
            return file;
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)utf8);
        }
    }

    /// <summary>Closes a file; not 0 when what was written did not reach the disk.</summary>
    public int Close(nint file) => _close(file);

    /// <summary>Whether the last call on a file failed.</summary>
    public bool HasFailed(nint file) => _errorOf(file) != 0;

    /// <summary>The library's words for the last error of a file, or of opening one when <paramref name="file"/> is 0.</summary>
    public string DescribeError(nint file) => (Marshal.PtrToStringUTF8((nint)_describeError(file)) ?? "unknown error").TrimEnd('.', '\n', ' ');

    /// <summary>Reads interleaved frames as left-justified 32-bit integers.</summary>
    public long Read(nint file, int* target, long frames) => _readIntegers(file, target, frames);

    /// <summary>Reads interleaved frames as floats.</summary>
    public long Read(nint file, float* target, long frames) => _readFloats(file, target, frames);

    /// <summary>Writes interleaved frames from left-justified 32-bit integers.</summary>
    public long Write(nint file, int* source, long frames) => _writeIntegers(file, source, frames);

    /// <summary>Writes interleaved frames from floats.</summary>
    public long Write(nint file, float* source, long frames) => _writeFloats(file, source, frames);

    /// <summary>Goes back to the first frame.</summary>
    public bool Rewind(nint file) => _seek(file, 0, 0) == 0;

    private static string[] InstalledNames()
        => OperatingSystem.IsWindows() ? ["sndfile.dll", "libsndfile-1.dll"]
            : OperatingSystem.IsMacOS() ? ["libsndfile.1.dylib", "/opt/homebrew/lib/libsndfile.1.dylib", "/usr/local/lib/libsndfile.1.dylib"]
            : ["libsndfile.so.1"];
}
