// Writes every preset of a folder as a .vstpreset into another: dotnet run --project aot/PresetFiles -- FROM TO
using NamPlugin.Dsp.Formats;
using NamPlugin.Plugin.Presets;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run --project aot/PresetFiles -- FROM TO");
    return 2;
}

try
{
    Directory.CreateDirectory(args[1]);
    foreach (var path in Directory.EnumerateFiles(args[0], "*" + PresetFile.Extension))
    {
        using var preset = PresetFile.Read(path, out var metadata);
        using var file = VstPresetFile.Compose(preset.Span, metadata);
        AtomicFile.Write(Path.Combine(args[1], Path.GetFileNameWithoutExtension(path) + VstPresetFile.Extension), file.Span);
    }

    return 0;
}
catch (Exception exception) when (exception is FileFormatException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
