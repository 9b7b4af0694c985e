namespace NamPlugin.Plugin.Files;

/// <summary>Where the user's own files are kept (XDG Base Directory Specification).</summary>
internal static class UserFolders
{
    /// <summary>Captures and impulse responses.</summary>
    public static string Library => Path.Combine(Data, "library");

    /// <summary>Presets that the user saved.</summary>
    public static string Presets => Path.Combine(Data, "presets");

    /// <summary>A list of further library folders, one in each line.</summary>
    public static string LibraryList => Path.Combine(Configuration, "library-folders");

    /// <summary>The user's favourites among the presets, one in each line.</summary>
    public static string FavouritePresets => Path.Combine(Configuration, "favourite-presets");

    private static string Configuration => Of("XDG_CONFIG_HOME", ".config");

    private static string Data => Of("XDG_DATA_HOME", ".local/share");

    private static string Of(string variable, string fallBack)
    {
        var root = Environment.GetEnvironmentVariable(variable);
        if (root is null || !Path.IsPathRooted(root))
            root = Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", fallBack);
        return Path.Combine(root, "namplugin");
    }
}
