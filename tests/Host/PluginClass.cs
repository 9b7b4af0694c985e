namespace NamPlugin.Host;

/// <summary>One plugin that a module offers, as its factory describes it before anything is created.</summary>
/// <param name="Format">The format it was found in.</param>
/// <param name="Id">CLAP's id; for VST3 the class id in 32 hexadecimal digits, in the order of its bytes.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Vendor">Who made it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Categories">CLAP's features, or VST3's sub-categories.</param>
public sealed record PluginClass(PluginFormat Format, string Id, string Name, string Vendor, string Version, IReadOnlyList<string> Categories);
