using NamPlugin.Tests.Support;

namespace NamPlugin.Architecture.Tests;

public sealed class PackageTests
{
    // What runs inside a host's process brings nothing but the runtime along.
    private static readonly string[] WithoutPackages = ["dsp", "plugin", "gui", "aot"];

    // Nobody's who does not ask for it: plugin/NPlug is empty otherwise.
    private const string AskedFor = "plugin/NPlug/NamPlugin.Plugin.NPlug.csproj: NPlug";

    [Fact]
    public void What_a_host_loads_has_no_packages() => Rule.Holds(ProjectFile.Projects.SelectMany(PackagesInTheHost).Where(package => package != AskedFor));

    [Fact]
    public void A_package_in_the_host_is_found()
    {
        var project = ProjectFile.Parse("dsp/a.csproj", "<Project><ItemGroup><PackageReference Include=\"X\" /><PackageReference Include=\"Y\" PrivateAssets=\"all\" /></ItemGroup></Project>");

        Assert.Equal(["dsp/a.csproj: X"], PackagesInTheHost(project));
    }

    [Fact]
    public void Packages_given_to_every_project_only_serve_the_build()
    {
        var props = ProjectFile.Parse("Directory.Build.props", File.ReadAllText(Path.Combine(SharedMaterial.RepositoryRoot, "Directory.Build.props")));

        Rule.Holds(props.RuntimePackages);
    }

    [Fact]
    public void Versions_are_written_in_one_place() =>
        Rule.Holds(ProjectFile.Projects.SelectMany(project => project.VersionedPackages.Select(package => $"{project.Path}: {package}")));

    private static IEnumerable<string> PackagesInTheHost(ProjectFile project) =>
        WithoutPackages.Contains(project.TopFolder) ? project.RuntimePackages.Select(package => $"{project.Path}: {package}") : [];
}
