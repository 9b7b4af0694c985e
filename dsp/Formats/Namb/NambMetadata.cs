using NamPlugin.Dsp.Models;

namespace NamPlugin.Dsp.Formats.Namb;

/// <summary>The 48-byte block that stands before a model: format version, sample rate, loudness and levels. Nothing else is kept.</summary>
internal readonly record struct NambMetadata(FileVersion Version, double? SampleRateHz, ModelMetadata Metadata)
{
    public static NambMetadata Read(ref NambCursor cursor, List<string> warnings)
    {
        var version = new FileVersion(cursor.Byte(), cursor.Byte(), cursor.Byte());
        if (!version.IsSupported)
            throw cursor.Refuse(3, $"model version {version}", VersionSupport.Range, Remedies.OtherVersion);
        if (version.IsPartlySupported)
            warnings.Add($"byte {cursor.Position - 3}: {VersionSupport.Warning(version)}");
        var flags = cursor.Byte();
        var rate = ReadSampleRate(ref cursor);
        var metadata = new ModelMetadata
        {
            LoudnessDb = ReadLevel(ref cursor, flags, NambLayout.HasLoudness, "loudness", warnings),
            InputLevelDbu = ReadLevel(ref cursor, flags, NambLayout.HasInputLevel, "input level", warnings),
            OutputLevelDbu = ReadLevel(ref cursor, flags, NambLayout.HasOutputLevel, "output level", warnings),
        };
        cursor.Skip(NambLayout.MetadataReserved);
        return new NambMetadata(version, rate, metadata);
    }

    public static void Write(NambBuffer buffer, NamModel model)
    {
        buffer.Byte("version", model.Version.Major);
        buffer.Byte("version", model.Version.Minor);
        buffer.Byte("version", model.Version.Patch);
        var metadata = model.Metadata;
        buffer.Byte("", (metadata.LoudnessDb is null ? 0 : NambLayout.HasLoudness)
            | (metadata.InputLevelDbu is null ? 0 : NambLayout.HasInputLevel)
            | (metadata.OutputLevelDbu is null ? 0 : NambLayout.HasOutputLevel));
        buffer.Double(model.SampleRateHz ?? NambLayout.UnknownSampleRate);
        buffer.Double(metadata.LoudnessDb ?? 0);
        buffer.Double(metadata.InputLevelDbu ?? 0);
        buffer.Double(metadata.OutputLevelDbu ?? 0);
        buffer.Zeros(NambLayout.MetadataReserved);
    }

    private static double? ReadSampleRate(ref NambCursor cursor)
    {
        var rate = cursor.Double();
        if (rate == NambLayout.UnknownSampleRate)
            return null;
        return rate is >= ModelLimits.LowestSampleRateHz and <= ModelLimits.HighestSampleRateHz
            ? rate
            : throw cursor.Refuse(sizeof(double), $"a sample rate of {rate} Hz", $"{ModelLimits.LowestSampleRateHz} to {ModelLimits.HighestSampleRateHz} Hz, or -1 for unknown", Remedies.Damaged);
    }

    private static double? ReadLevel(ref NambCursor cursor, byte flags, byte flag, string name, List<string> warnings)
    {
        var value = cursor.Double();
        if ((flags & flag) == 0)
            return null;
        if (double.IsFinite(value))
            return value;
        warnings.Add($"byte {cursor.Position - sizeof(double)}: the {name} is not a finite number; it is ignored.");
        return null;
    }
}
