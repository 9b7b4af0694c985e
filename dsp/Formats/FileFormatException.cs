namespace NamPlugin.Dsp.Formats;

/// <summary>
/// The one error of every reader: which file, where in it, what was found, what was expected and what the user can do.
/// </summary>
public sealed class FileFormatException : Exception
{
    /// <summary>Describes one refusal.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="location">JSON path (<c>$.config.layers[0].channels</c>) or byte offset (<c>byte 24</c>); empty for the file as a whole.</param>
    /// <param name="found">What the file says, shortened to something readable.</param>
    /// <param name="expected">What a correct file would say.</param>
    /// <param name="remedy">What to do about it, as a full sentence.</param>
    /// <param name="innerException">The cause, if another error led here.</param>
    public FileFormatException(string file, string location, string found, string expected, string remedy, Exception? innerException = null)
        : base(Compose(file, location, found, expected, remedy), innerException)
    {
        File = file;
        Location = location;
        Found = found;
        Expected = expected;
        Remedy = remedy;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>JSON path or byte offset; empty for the file as a whole.</summary>
    public string Location { get; }

    /// <summary>What the file says.</summary>
    public string Found { get; }

    /// <summary>What a correct file would say.</summary>
    public string Expected { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>The refusal of a file that could not even be read.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="expected">What it should be, such as "a readable model file".</param>
    /// <param name="cause">What opening or reading it came to.</param>
    public static FileFormatException Unreadable(string file, string expected, Exception cause)
    {
        var found = cause switch
        {
            FileNotFoundException or DirectoryNotFoundException => "no such file",
            UnauthorizedAccessException => "a folder, or a file that may not be read",
            _ => $"a file that cannot be read ({cause.Message.TrimEnd('.')})",
        };
        return new FileFormatException(file, "", found, expected, "Check the path and the permissions.", cause);
    }

    private static string Compose(string file, string location, string found, string expected, string remedy)
    {
        var place = location.Length == 0 ? file : $"{file}: {location}";
        return $"{place}: found {found}, expected {expected}. {remedy}";
    }
}
