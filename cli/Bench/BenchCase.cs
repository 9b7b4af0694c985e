namespace NamPlugin.Cli.Bench;

/// <summary>One way to play a program.</summary>
/// <param name="Block">Frames that it is given at a time.</param>
/// <param name="Instances">Independent ones that take turns, block by block.</param>
internal readonly record struct BenchCase(int Block, int Instances);
