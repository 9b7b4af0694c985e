using System.Text;

namespace NamPlugin.Dsp.Formats;

/// <summary>Reads lists that people keep as text, one entry in each line.</summary>
public static class TextLines
{
    /// <summary>
    /// The lines of a UTF-8 file that are not empty. <see cref="File.ReadAllLines(string)"/> knows every encoding, which is fifty kilobytes of a
    /// native library. [main-thread]
    /// </summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string[] Read(string path) =>
        Encoding.UTF8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
