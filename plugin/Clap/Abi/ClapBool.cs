namespace NamPlugin.Plugin.Clap.Abi;

/// <summary>C's <c>bool</c>, one byte: the managed one may not cross the edge.</summary>
internal static class ClapBool
{
    public const byte False = 0;
    public const byte True = 1;

    public static byte From(bool value) => value ? True : False;
}
