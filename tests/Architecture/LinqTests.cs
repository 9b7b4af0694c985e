using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NamPlugin.Architecture.Tests;

/// <summary>
/// LINQ allocates, and over value types every use becomes native code of its own. What was compiled is asked rather than the source, because
/// collection expressions may use it too: <c>[.. values]</c> becomes Enumerable.ToArray where the values are an array.
/// </summary>
public sealed class LinqTests
{
    [Theory]
    [InlineData("NamPlugin.Dsp")]
    [InlineData("NamPlugin.Plugin")]
    public void What_a_host_loads_does_without_LINQ(string assembly) => Rule.Holds(Uses(assembly));

    [Fact]
    public void LINQ_is_found() => Assert.Contains("NamPlugin.Architecture.Tests uses Enumerable.Where", Uses("NamPlugin.Architecture.Tests"));

    private static List<string> Uses(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var metadata = file.GetMetadataReader();
        var uses = new List<string>();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
                continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            if (metadata.StringComparer.Equals(type.Namespace, "System.Linq"))
                uses.Add($"{assembly} uses {metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
        }

        return uses;
    }
}
