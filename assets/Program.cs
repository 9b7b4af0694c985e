// Writes the computed files of assets/ again: dotnet run --project assets [folder]. The folder is where they go, assets/ unless given.
using NamPlugin.Assets;

var folder = args.Length > 0 ? args[0] : "assets";
foreach (var (path, contents) in BuiltInMaterial.Files())
{
    var full = Path.Combine(folder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllBytes(full, contents);
    Console.WriteLine($"{full}: {contents.Length} bytes");
}
