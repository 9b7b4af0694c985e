using System.Text.Json;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.State;

/// <summary>
/// Writes an instance as JSON in UTF-8, by name and never by position, with a version in front. <see cref="StateReader"/> reads it.
/// </summary>
internal static class StateWriter
{
    /// <summary>Writes a state; the caller owns the bytes. [main-thread]</summary>
    /// <param name="values">Of every parameter, in the order of <see cref="ParameterTable.All"/>.</param>
    /// <param name="files">In the order of <see cref="FileKind"/>.</param>
    /// <param name="purpose">What it is for.</param>
    public static NativeBuffer<byte> Write(ReadOnlySpan<double> values, ReadOnlySpan<FileReference?> files, StatePurpose purpose)
    {
        using var bytes = new NativeByteWriter();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber(StateKeys.Version, StateKeys.CurrentVersion);
            json.WriteStartObject(StateKeys.Parameters);
            foreach (var parameter in ParameterTable.All)
            {
                if (IsKept(parameter, purpose))
                    json.WriteNumber(parameter.Id, values[parameter.Index]);
            }

            json.WriteEndObject();
            for (var kind = 0; kind < files.Length; kind++)
            {
                if (files[kind] is { } file)
                    WriteFile(json, StateKeys.Of((FileKind)kind), file);
            }

            json.WriteEndObject();
        }

        return bytes.ToBuffer();
    }

    private static bool IsKept(Parameter parameter, StatePurpose purpose) =>
        purpose != StatePurpose.Preset || (parameter.Flags & (ParameterFlags.MachineBound | ParameterFlags.Momentary)) == ParameterFlags.None;

    private static void WriteFile(Utf8JsonWriter json, ReadOnlySpan<byte> key, FileReference file)
    {
        json.WriteStartObject(key);
        json.WriteString(StateKeys.Path, file.Path);
        if (file.RelativePath is { } relative)
            json.WriteString(StateKeys.RelativePath, relative);
        if (file.Contents is { } contents)
        {
            json.WriteString(StateKeys.Sha256, contents.Sha256);
            json.WriteNumber(StateKeys.Length, contents.Length);
            if (contents.Copy is { IsEmpty: false } copy)
                json.WriteBase64String(StateKeys.Copy, copy);
        }

        json.WriteEndObject();
    }
}
