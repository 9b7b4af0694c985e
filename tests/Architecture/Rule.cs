namespace NamPlugin.Architecture.Tests;

public static class Rule
{
    /// <summary>Passes when there is no violation, and otherwise names every one on a line of its own.</summary>
    public static void Holds(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        if (found.Count > 0)
            Assert.Fail(string.Join('\n', found));
    }
}
