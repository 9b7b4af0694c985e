using System.Text;

namespace NamPlugin.Architecture.Tests;

/// <summary>Reads C# just well enough to ask what it does rather than what it says.</summary>
public static class CSharpText
{
    /// <summary>The text with comments, strings and character literals blanked; line breaks stay, so positions and line numbers hold.</summary>
    public static string CodeOf(string text)
    {
        var code = new StringBuilder(text);
        var i = 0;
        while (i < text.Length)
        {
            var end = EndOfLiteral(text, i);
            if (end == i)
            {
                i++;
                continue;
            }
            for (; i < end; i++)
            {
                if (text[i] is not ('\n' or '\r'))
                    code[i] = ' ';
            }
        }
        return code.ToString();
    }

    /// <summary>The line, counted from 1, that a position lies on.</summary>
    public static int LineAt(string text, int position) => text.AsSpan(0, position).Count('\n') + 1;

    // Where the comment, string or character that begins at i ends; i itself when none begins there.
    private static int EndOfLiteral(string text, int i)
    {
        var rest = text.AsSpan(i);
        if (rest.StartsWith("//"))
            return After(text, "\n", i, whereMissing: text.Length);
        if (rest.StartsWith("/*"))
            return After(text, "*/", i + 2, whereMissing: text.Length);
        if (rest.StartsWith("\"\"\""))
        {
            var quotes = rest[..(rest.IndexOfAnyExcept('"') is var n and >= 0 ? n : rest.Length)].ToString();
            return After(text, quotes, i + quotes.Length, whereMissing: text.Length);
        }
        if (rest[0] == '"')
            return EndOfQuoted(text, i + 1, '"', isVerbatim: i > 0 && (text[i - 1] == '@' || (i > 1 && text[i - 1] == '$' && text[i - 2] == '@')));
        if (rest[0] == '\'')
            return EndOfQuoted(text, i + 1, '\'', isVerbatim: false);
        return i;
    }

    private static int EndOfQuoted(string text, int i, char quote, bool isVerbatim)
    {
        for (; i < text.Length; i++)
        {
            if (!isVerbatim && text[i] == '\\')
                i++;
            else if (text[i] == quote && isVerbatim && i + 1 < text.Length && text[i + 1] == quote)
                i++;
            else if (text[i] == quote)
                return i + 1;
        }
        return text.Length;
    }

    private static int After(string text, string mark, int from, int whereMissing)
    {
        var at = text.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? whereMissing : at + mark.Length;
    }
}
