using System.Reflection;
using NamPlugin.Host;
using Xunit.Sdk;
using Xunit.v3;

namespace NamPlugin.Plugin.Tests;

/// <summary>Runs a theory once for each plugin format, before the arguments given here, if there are any.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachFormatAttribute(params object[] arguments) : DataAttribute
{
    /// <summary>What follows the format.</summary>
    public object[] Arguments => arguments;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<PluginFormat>().Select(format => new TheoryDataRow([format, .. arguments]))]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
