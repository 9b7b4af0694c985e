using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats;

/// <summary>What readers say about versions of the `.nam` format.</summary>
internal static class VersionSupport
{
    /// <summary>The versions that are read.</summary>
    public static string Range => $"{FileVersion.Oldest} to 0.{FileVersion.Newest.Minor}.x";

    /// <summary>The reservation under which a version beyond the newest known one is read.</summary>
    public static string Warning(FileVersion version) => $"version {version} is newer than {FileVersion.Newest}; what it added is ignored.";
}
