using System.Text.Json;
using NamPlugin.Dsp.Memory;
using NamPlugin.Plugin.Effect;
using NamPlugin.Plugin.Effect.Comparison;
using NamPlugin.Plugin.Files;

namespace NamPlugin.Plugin.State;

/// <summary>
/// Writes an instance as JSON in UTF-8, by name and never by position, with a version in front. <see cref="StateReader"/> reads it.
/// </summary>
internal static class StateWriter
{
    /// <summary>What a sound has no part in: what belongs to the machine, what only acts, and the bypass that it is heard against.</summary>
    public const ParameterFlags NotOfTheSound = ParameterFlags.MachineBound | ParameterFlags.Momentary | ParameterFlags.Bypass;

    /// <summary>Writes a state; the caller owns the bytes. [main-thread]</summary>
    /// <param name="sound">What sounds.</param>
    /// <param name="leftOut">Parameters with any of these flags are not written.</param>
    /// <param name="other">What it is compared with; null for nothing.</param>
    /// <param name="side">Which side sounds.</param>
    public static NativeBuffer<byte> Write(EffectSnapshot sound, ParameterFlags leftOut, EffectSnapshot? other = null, ComparisonSide side = ComparisonSide.A)
    {
        using var bytes = new NativeByteWriter();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteSound(json, sound, leftOut, before: null);
            if (other is not null)
            {
                json.WriteStartObject(StateKeys.Other);
                json.WriteString(StateKeys.Side, side == ComparisonSide.A ? "B"u8 : "A"u8);
                WriteSound(json, other, leftOut | NotOfTheSound, before: sound);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return bytes.ToBuffer();
    }

    private static void WriteSound(Utf8JsonWriter json, EffectSnapshot sound, ParameterFlags leftOut, EffectSnapshot? before)
    {
        json.WriteNumber(StateKeys.Version, StateKeys.CurrentVersion);
        json.WriteStartObject(StateKeys.Parameters);
        foreach (var parameter in ParameterTable.All)
        {
            if ((parameter.Flags & leftOut) == ParameterFlags.None)
                json.WriteNumber(parameter.Id, sound.Values[parameter.Index]);
        }

        json.WriteEndObject();
        for (var kind = 0; kind < sound.Files.Length; kind++)
        {
            if (sound.Files[kind] is not { } file)
                continue;
            var isCopied = (before is not null && IsNamed(file, before.Files)) || IsNamed(file, sound.Files.AsSpan(0, kind));
            WriteFile(json, StateKeys.Of((FileKind)kind), file, isCopied);
        }
    }

    // One copy of the same contents is enough: readers know it again by its digest.
    private static bool IsNamed(FileReference file, ReadOnlySpan<FileReference?> others)
    {
        foreach (var other in others)
        {
            if (file.Contents is not null && other?.Contents == file.Contents)
                return true;
        }

        return false;
    }

    private static void WriteFile(Utf8JsonWriter json, ReadOnlySpan<byte> key, FileReference file, bool isCopied)
    {
        json.WriteStartObject(key);
        json.WriteString(StateKeys.Path, file.Path);
        if (file.RelativePath is { } relative)
            json.WriteString(StateKeys.RelativePath, relative);
        if (file.Contents is { } contents)
        {
            json.WriteString(StateKeys.Sha256, contents.Sha256);
            json.WriteNumber(StateKeys.Length, contents.Length);
            if (!isCopied && contents.Copy is { IsEmpty: false } copy)
                json.WriteBase64String(StateKeys.Copy, copy);
        }

        json.WriteEndObject();
    }
}
