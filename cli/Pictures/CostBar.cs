namespace NamPlugin.Cli.Pictures;

/// <summary>One bar of a <see cref="CostPicture"/>.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="CoreShare">How much of a processor core it takes, 1 for all of it.</param>
/// <param name="FloorShare">How much it would take at the least.</param>
/// <param name="Notes">One text per column to the right of the bars.</param>
internal sealed record CostBar(string Name, double CoreShare, double FloorShare, IReadOnlyList<string> Notes);
