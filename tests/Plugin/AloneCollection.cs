namespace NamPlugin.Plugin.Tests;

/// <summary>Tests that watch the whole process and therefore run while no other test does.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
